package com.guance.billing.jdbc;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.MeteringHour;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hours of which there is no record, by one statement: each subscription, dimension and hour is looked up in an index (MET-8). */
final class Idleness {

    private static final String WITHOUT_RECORD = ") h(hour_start)"
            + " WHERE s.customer_key >= :first AND s.customer_key < :beyond AND s.idle_from <= h.hour_start"
            + " AND NOT EXISTS (SELECT 1 FROM billing_metering_record r WHERE r.customer_key = s.customer_key"
            + " AND r.dimension = d.dimension AND r.hour_start = h.hour_start)"
            + " AND NOT EXISTS (SELECT 1 FROM billing_submission_hold k WHERE k.active = TRUE AND k.product = :held_product"
            + " AND k.customer_key IN (s.customer_key, '') AND k.dimension IN (d.dimension, ''))"
            + " ORDER BY h.hour_start, s.id, d.dimension LIMIT :limit";

    private final Session session;

    Idleness(Session session) {
        this.session = session;
    }

    List<IdleHour> list(IdleHours which, int limit) {
        List<String> dimensions =
                which.dimensions().stream().map(Dimension::name).sorted().toList();
        List<MeteringHour> hours = which.hours();
        Row values = keys(which);
        for (int i = 0; i < dimensions.size(); i++) {
            values.with("dimension" + i, dimensions.get(i));
        }
        for (int i = 0; i < hours.size(); i++) {
            values.with("hour" + i, hours.get(i).start());
        }
        String sql = "SELECT s.id, d.dimension, h.hour_start FROM billing_subscription s CROSS JOIN (VALUES "
                + rows("dimension", "VARCHAR", dimensions.size()) + ") d(dimension) CROSS JOIN (VALUES "
                + rows("hour", "TIMESTAMP WITH TIME ZONE", hours.size()) + WITHOUT_RECORD;
        return session.ask(open -> open.createQuery(sql)
                .bindMap(values.values())
                .bind("limit", limit)
                .map((row, context) -> new IdleHour(
                        new SubscriptionId(row.getString("id")),
                        new Dimension(row.getString("dimension")),
                        new MeteringHour(Row.instant(row, "hour_start"))))
                .list());
    }

    /** After the product's name there is a sign in all keys that tells the form. */
    private static Row keys(IdleHours which) {
        String product = JdbcMeteringRecords.text(which.product());
        char form = switch (which.form()) {
            case LEGACY -> '/';
            case LICENSE -> '@';
            case ACCOUNT -> '=';
        };
        return new Row()
                .with("held_product", product)
                .with("first", product + form)
                .with("beyond", product + (char) (form + 1));
    }

    /** So many rows of one parameter each. */
    private static String rows(String parameter, String type, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "(CAST(:" + parameter + i + " AS " + type + "))")
                .collect(Collectors.joining(", "));
    }
}
