package com.guance.billing.jdbc;

import com.guance.billing.DomainEvent;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Tally;
import com.guance.billing.ports.driven.Backlog;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What is not done yet, by indexes that hold little else. */
final class JdbcBacklog implements Backlog {

    private static final String RECORDS = "SELECT status, COUNT(*) AS counted, SUM(units) AS total FROM"
            + " (SELECT status, units FROM billing_metering_record WHERE owed = TRUE AND product = :product"
            + " UNION ALL SELECT status, units FROM billing_metering_record"
            + " WHERE status IN ('HELD', 'DISPUTED', 'UNSETTLED') AND product = :product"
            + " UNION ALL SELECT 'UNSETTLED', unsettled_units FROM billing_metering_record"
            + " WHERE unsettled_units > 0 AND product = :product) undone GROUP BY status";

    private static final String OLDEST = "SELECT stamp_second, stamp_nano FROM billing_metering_record"
            + " WHERE owed = TRUE AND product = :product ORDER BY stamp_second, stamp_nano, id LIMIT 1";

    private static final String UNSETTLED = "SELECT COUNT(*) AS counted, SUM(c.quantity) AS total"
            + " FROM billing_lot l JOIN billing_charge c ON c.lot = l.id"
            + " WHERE l.record_hour IS NULL AND l.customer_key IS NULL";

    private static final String CASCADES =
            "SELECT (SELECT COUNT(*) FROM billing_subscription WHERE cascade_open = TRUE)"
                    + " + (SELECT COUNT(*) FROM billing_arrears WHERE cascade_open = TRUE)";

    private static final String COUNT_UNTOLD = "SELECT COUNT(*) FROM"
            + " (SELECT position FROM billing_journal WHERE told = FALSE ORDER BY position LIMIT :most) untold";

    private static final String NEXT_UNTOLD = "SELECT position, type, payload, happened_at FROM billing_journal"
            + " WHERE told = FALSE ORDER BY position LIMIT 1";

    private static final String UNDELIVERED = "SELECT COUNT(*) - COUNT(CASE WHEN set_aside THEN 1 END) AS retried,"
            + " COUNT(CASE WHEN set_aside THEN 1 END) AS set_aside FROM billing_undelivered";

    private final Session session;

    JdbcBacklog(Session session) {
        this.session = session;
    }

    @Override
    public Records records(Product product) {
        Map<RecordStatus, Tally> byStatus = new EnumMap<>(RecordStatus.class);
        session.ask(open -> open.createQuery(RECORDS)
                        .bind("product", JdbcMeteringRecords.text(product))
                        .map((row, context) -> Map.entry(RecordStatus.valueOf(row.getString("status")), tally(row)))
                        .list())
                .forEach(line -> byStatus.put(line.getKey(), line.getValue()));
        Option<Instant> oldest = Option.ofOptional(session.ask(open -> open.createQuery(OLDEST)
                .bind("product", JdbcMeteringRecords.text(product))
                .map((row, context) -> Row.exact(row, "stamp"))
                .findOne()));
        return new Records(byStatus, oldest);
    }

    @Override
    public Tally unsettledCharges() {
        return session.ask(open ->
                open.createQuery(UNSETTLED).map((row, context) -> tally(row)).one());
    }

    @Override
    public int openCascades() {
        return session.ask(
                open -> open.createQuery(CASCADES).mapTo(Integer.class).one());
    }

    @Override
    public Untold untold(int most) {
        int count = session.ask(open -> open.createQuery(COUNT_UNTOLD)
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
        Option<Instant> oldest = Option.ofOptional(session.ask(open -> open.createQuery(NEXT_UNTOLD)
                .map((row, context) -> happenedAt(row))
                .findOne()));
        return session.ask(open -> open.createQuery(UNDELIVERED)
                .map((row, context) -> new Untold(count, oldest, row.getInt("retried"), row.getInt("set_aside")))
                .one());
    }

    /** Of an event that cannot be read, to the microsecond (REL-1). */
    private static Instant happenedAt(ResultSet row) throws SQLException {
        Instant stored = Row.instant(row, "happened_at");
        return JdbcEventOutbox.event(row).map(DomainEvent::at).getOrElse(stored);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        Option<BigDecimal> total = Option.of(row.getBigDecimal("total"));
        return new Tally(row.getLong("counted"), total.map(Quantity::new).getOrElse(Quantity.ZERO));
    }
}
