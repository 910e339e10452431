package com.guance.billing.jdbc;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Charges;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import com.guance.billing.subscription.MarketplaceCustomer;
import io.vavr.control.Either;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The journal of charges. */
final class JdbcCharges implements Charges {

    private static final String FIND =
            "SELECT " + ChargeRow.READ + " FROM billing_charge c LEFT JOIN billing_lot l ON l.id = c.lot"
                    + ChargeRow.METER + " WHERE c.charge_key = ANY(:keys)";

    /** Of one hour in the order of {@link RecordId#key()}, which ends in @ and the hour. */
    private static final String UNRECORDED = "SELECT g.customer_key, m.customer, g.dimension, g.hour_start FROM"
            + " (SELECT DISTINCT l.customer_key, l.dimension, l.hour_start FROM billing_lot l"
            + " WHERE l.customer_key IS NOT NULL AND l.hour_start <= :through AND " + Lots.WAITING + ") g"
            + " JOIN billing_meter m ON m.customer_key = g.customer_key AND m.dimension = g.dimension"
            + " WHERE NOT EXISTS (SELECT 1 FROM billing_metering_record r WHERE r.customer_key = g.customer_key"
            + " AND r.dimension = g.dimension AND r.hour_start = :through)"
            + " ORDER BY g.hour_start, g.customer_key || '/'"
            + " || replace(replace(g.dimension, '%', '%25'), '/', '%2F') || '@' LIMIT :limit";

    private static final String HOURS_OF = "SELECT g.customer_key, m.customer, g.dimension, g.hour_start FROM"
            + " (SELECT DISTINCT l.customer_key, l.dimension, l.hour_start FROM billing_lot l"
            + " WHERE l.subscription = :subscription AND " + Lots.WAITING + ") g"
            + " JOIN billing_meter m ON m.customer_key = g.customer_key AND m.dimension = g.dimension";

    private static final String RETURNED =
            "SELECT g.customer_key, m.customer, g.dimension FROM (SELECT DISTINCT customer_key, dimension"
                    + " FROM billing_remainder WHERE has_units = TRUE) g"
                    + " JOIN billing_meter m ON m.customer_key = g.customer_key AND m.dimension = g.dimension"
                    + " WHERE NOT EXISTS (SELECT 1 FROM billing_metering_record r WHERE r.customer_key = g.customer_key"
                    + " AND r.dimension = g.dimension AND r.hour_start = :through)"
                    + " ORDER BY g.customer_key || '/' || replace(replace(g.dimension, '%', '%25'), '/', '%2F') || '@'"
                    + " LIMIT :limit";

    private static final String RETURNED_TO = "SELECT DISTINCT dimension FROM billing_remainder"
            + " WHERE has_units = TRUE AND customer_key = :customer_key ORDER BY dimension";

    private final Session session;
    private final Meters meters;

    JdbcCharges(Session session) {
        this.session = session;
        this.meters = new Meters(session);
    }

    @Override
    public Map<String, TakenCharge> find(Collection<String> keys) {
        return byKey(Reading.all(stored(keys)));
    }

    private List<Either<UnreadableEntry, TakenCharge>> stored(Collection<String> keys) {
        return session.ask(open -> open.createQuery(FIND)
                .bindArray("keys", String.class, List.copyOf(keys))
                .map((row, context) -> ChargeRow.attempt(row))
                .list());
    }

    private static Map<String, TakenCharge> byKey(List<TakenCharge> charges) {
        return charges.stream().collect(Collectors.toMap(taken -> taken.charge().key(), Function.identity()));
    }

    @Override
    public Map<String, TakenCharge> add(List<TakenCharge> charges) {
        if (charges.isEmpty()) {
            return Map.of();
        }
        List<TakenCharge> inOrder = charges.stream()
                .sorted(Comparator.comparing(taken -> taken.charge().key()))
                .toList();
        List<String> known = new NewCharges(session).add(inOrder);
        return known.isEmpty() ? Map.of() : byKey(Reading.page(session, known.size() + 1, limit -> stored(known)));
    }

    @Override
    public List<RecordId> unrecorded(MeteringHour through, int limit) {
        return Reading.page(
                session,
                limit,
                upTo -> session.ask(open -> open.createQuery(UNRECORDED)
                        .bindMap(new Row().with("through", through.start()).values())
                        .bind("limit", upTo)
                        .map((row, context) -> recordId(row))
                        .list()));
    }

    @Override
    public List<RecordId> hoursOf(SubscriptionId subscription) {
        return Reading.all(session.ask(open -> open.createQuery(HOURS_OF)
                        .bind("subscription", subscription.value())
                        .map((row, context) -> recordId(row))
                        .list()))
                .stream()
                .sorted(Comparator.comparing(RecordId::hour).thenComparing(RecordId::key))
                .toList();
    }

    @Override
    public List<RecordId> returned(MeteringHour through, int limit) {
        return Reading.page(
                session,
                limit,
                upTo -> session.ask(open -> open.createQuery(RETURNED)
                        .bindMap(new Row().with("through", through.start()).values())
                        .bind("limit", upTo)
                        .map((row, context) -> meter(row).map(meter -> new RecordId(meter, through)))
                        .list()));
    }

    @Override
    public List<Meter> returnedTo(MarketplaceCustomer customer) {
        return session.ask(open -> open.createQuery(RETURNED_TO)
                .bind("customer_key", customer.key())
                .map((row, context) -> new Meter(customer, new Dimension(row.getString("dimension"))))
                .list());
    }

    @Override
    public Gathered gather(RecordId record, SubscriptionId subscription) {
        return meters.gather(record, subscription);
    }

    @Override
    public Set<SubscriptionId> subscriptions(RecordId record) {
        return meters.subscriptions(record);
    }

    @Override
    public int unsettle(SubscriptionId subscription, Instant from) {
        return new Payers(session).unsettle(subscription, from);
    }

    @Override
    public void handOver(Destination.Metered from, Destination.Metered to) {
        new Payers(session).handOver(from, to);
    }

    @Override
    public void rebind(List<Rebinding> rebindings) {
        new Payers(session).rebind(rebindings);
    }

    @Override
    public int forfeit(Destination.Metered of, Instant at) {
        return meters.forfeit(of, at);
    }

    private static Either<UnreadableEntry, RecordId> recordId(ResultSet row) throws SQLException {
        MeteringHour hour = new MeteringHour(Row.instant(row, "hour_start"));
        return meter(row).map(meter -> new RecordId(meter, hour));
    }

    /** Its stored customer is the one by whose key it is found. */
    private static Either<UnreadableEntry, Meter> meter(ResultSet row) throws SQLException {
        String key = row.getString("customer_key");
        String dimension = row.getString("dimension");
        return Reading.attempt(EntryKind.METER, key + " " + dimension, () -> {
            MarketplaceCustomer customer = Json.read(row.getString("customer"), MarketplaceCustomer.class);
            if (!customer.key().equals(key)) {
                throw new Unreadable(Reason.CONTRADICTORY);
            }
            return new Meter(customer, new Dimension(dimension));
        });
    }

    @Override
    public void giveBack(List<MeteringRecord> returned) {
        meters.giveBack(returned);
    }
}
