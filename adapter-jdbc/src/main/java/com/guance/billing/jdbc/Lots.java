package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.argument.Argument;

/**
 * Lots of charges. One that is in no record is open. Whoever puts charges into an open lot keeps it locked until the transaction ends,
 * and makes a new one rather than wait for a lock. Whoever puts lots into a record, or takes charges out of them, locks them first, and
 * looks at their charges by a statement after that: so it sees all that was put into them, and who comes later finds them locked or no
 * longer open, at READ COMMITTED as well.
 */
final class Lots {

    /** Some are empty: their charges were known already, or went elsewhere. */
    static final String FULL = "EXISTS (SELECT 1 FROM billing_charge c WHERE c.lot = l.id)";

    /** With charges in no record. */
    static final String WAITING = "l.record_hour IS NULL AND " + FULL;

    private static final Insertion<Lot> LOTS = new Insertion<>("billing_lot", Lot.COLUMNS);

    /** One that goes the same way, and into which nobody else puts charges. */
    private static final String FREE = "SELECT l.id FROM billing_lot l WHERE l.record_hour IS NULL"
            + " AND l.cloud_account = %1$scloud_account AND l.dimension = %1$sdimension AND l.hour_start = %1$shour_start"
            + " AND l.subscription IS NOT DISTINCT FROM %1$ssubscription"
            + " AND l.customer_key IS NOT DISTINCT FROM %1$scustomer_key LIMIT 1 FOR UPDATE SKIP LOCKED";

    private static final String FREE_ONE = String.format(Locale.ROOT, FREE, ":");

    private static final String MAKE =
            "INSERT INTO billing_lot (id, cloud_account, dimension, hour_start, subscription,"
                    + " customer_key) SELECT ";

    private static final String MAKE_ONE =
            MAKE + ":id, :cloud_account, :dimension, :hour_start, :subscription, :customer_key";

    /** In a statement of PostgreSQL, the table {@code lots} of one row, the {@code ids} of a free lot or a new one for each given. */
    static final String CHOSEN =
            "chosen AS (SELECT given.*, free.id AS known, COALESCE(free.id, nextval('billing_lot_id')) AS id"
                    + " FROM " + LOTS.given() + " LEFT JOIN LATERAL (" + String.format(Locale.ROOT, FREE, "given.")
                    + ") free ON TRUE), made AS (" + MAKE
                    + "id, cloud_account, dimension, hour_start, subscription, customer_key FROM chosen WHERE known IS NULL),"
                    + " lots AS (SELECT array_agg(id ORDER BY nr) AS ids FROM chosen)";

    private final Session session;

    Lots(Session session) {
        this.session = session;
    }

    /** The parameters of {@link #CHOSEN}. */
    static Map<String, Argument> given(List<Lot> ways) {
        return LOTS.each(ways);
    }

    /** A free one that goes this way, or a new one. */
    long choose(Lot way) {
        Map<String, Object> values = new LinkedHashMap<>(LOTS.one(way));
        return session.ask(open -> open.createQuery(FREE_ONE)
                        .bindMap(values)
                        .mapTo(Long.class)
                        .findOne())
                .orElseGet(() -> {
                    long id = session.ask(open -> open.createQuery("SELECT nextval('billing_lot_id')")
                            .mapTo(Long.class)
                            .one());
                    values.put("id", id);
                    session.change(MAKE_ONE, values);
                    return id;
                });
    }

    /** Locks open ones, in the order of their ids, after those who put charges into them. */
    List<Open> lock(String which, Map<String, ?> values) {
        return session.ask(open -> open.createQuery("SELECT l.id, l.cloud_account, l.dimension, l.hour_start"
                        + " FROM billing_lot l WHERE l.record_hour IS NULL AND " + which + " ORDER BY l.id FOR UPDATE")
                .bindMap(values)
                .map((row, context) -> new Open(
                        row.getLong("id"),
                        new CloudAccountId(row.getString("cloud_account")),
                        new Dimension(row.getString("dimension")),
                        new MeteringHour(Row.instant(row, "hour_start"))))
                .list());
    }

    /** Puts locked ones into the record of an hour. */
    void record(List<Open> locked, MeteringHour hour) {
        session.change(
                "UPDATE billing_lot SET record_hour = :hour WHERE id = ANY(:lots)",
                of(locked).with("hour", hour.start()).values());
    }

    /** Makes locked ones unsettled as they are; how many charges. */
    int unsettle(List<Open> locked) {
        Map<String, Object> lots = of(locked).values();
        session.change("UPDATE billing_lot SET subscription = NULL, customer_key = NULL WHERE id = ANY(:lots)", lots);
        return session.ask(open -> open.createQuery("SELECT COUNT(*) FROM billing_charge WHERE lot = ANY(:lots)")
                .bindMap(lots)
                .mapTo(Integer.class)
                .one());
    }

    /** Gives locked ones as they are to another subscription of their account. */
    void handOver(List<Open> locked, Destination.Metered to) {
        session.change(
                "UPDATE billing_lot SET subscription = :subscription, customer_key = :customer_key WHERE id = ANY(:lots)",
                of(locked)
                        .with("subscription", to.subscription().value())
                        .with("customer_key", to.customer().key())
                        .values());
    }

    /** The parameter {@code lots}. */
    static Row of(List<Open> locked) {
        return new Row().all("lots", locked.stream().map(Open::id).toList());
    }

    /** A locked one that is in no record. */
    record Open(long id, CloudAccountId account, Dimension dimension, MeteringHour hour) {

        /** Whether all its charges surely are of that instant or later. */
        boolean isSince(Instant at) {
            return Row.isExact(hour.start()) && !hour.start().isBefore(at);
        }

        /** Whether all its charges surely are earlier. */
        boolean isBefore(Instant at) {
            return Row.isExact(hour.start()) && !hour.next().start().isAfter(at);
        }

        /** Where those of its charges lie that go to another. */
        Lot goingTo(Destination destination) {
            return new Lot(destination, dimension, hour);
        }
    }
}
