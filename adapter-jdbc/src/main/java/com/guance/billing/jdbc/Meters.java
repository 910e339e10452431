package com.guance.billing.jdbc;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Meters: what gathers charges into records and carries remainders between them. Whoever does so, or takes charges away from a
 * meter, locks the meter's row until the end of the transaction; so of two that close hours of one meter at once, the second sees
 * all that the first left, at READ COMMITTED as well.
 */
final class Meters {

    /** Keeps meters, those that are known already too. */
    static final Insertion<Meter> NEW = new Insertion<>(
            "billing_meter",
            List.of(
                    new Column<>(
                            "customer_key",
                            Column.Type.TEXT,
                            meter -> meter.customer().key()),
                    new Column<>(
                            "dimension",
                            Column.Type.TEXT,
                            meter -> meter.dimension().name()),
                    new Column<>("customer", Column.Type.TEXT, meter -> Json.write(meter.customer()))));

    static final String ONE = "customer_key = :customer_key AND dimension = :dimension";

    private static final String OWED =
            "l.customer_key = :customer_key AND l.dimension = :dimension AND l.hour_start <= :hour";

    private static final String SUMS = "SELECT g.*, 0 AS carried, w.subscription AS settled_by FROM"
            + " (SELECT workspace, MIN(site) AS site, SUM(quantity) AS charged FROM billing_charge"
            + " WHERE lot = ANY(:lots) GROUP BY workspace) g LEFT JOIN billing_workspace w ON w.id = g.workspace";

    private final Session session;
    private final Lots lots;
    private final Remainders remainders;

    Meters(Session session) {
        this.session = session;
        this.lots = new Lots(session);
        this.remainders = new Remainders(session);
    }

    /** Of some lots, each once, in the order of their customers' keys and their dimensions: neither has a line feed in it. */
    static List<Meter> of(Collection<Lot> lots) {
        Map<String, Meter> meters = new TreeMap<>();
        for (Lot lot : lots) {
            if (lot.destination() instanceof Metered metered) {
                meters.put(
                        metered.customer().key() + "\n" + lot.dimension(),
                        new Meter(metered.customer(), lot.dimension()));
            }
        }
        return List.copyOf(meters.values());
    }

    /** Puts what is in no record yet into this one, and says what each workspace brings, in the order of their ids. */
    Gathered gather(RecordId record, SubscriptionId subscription) {
        lockAnyhow(record.meter());
        Map<String, Bringing> gathered = charged(record, subscription);
        Map<String, Bringing> carried = remainders.of(record.meter());
        Bringing own = carried.getOrDefault(Remainders.OWN, Bringing.nothing(Remainders.OWN));
        carried.remove(Remainders.OWN);
        remainders.open(
                record.meter(),
                gathered.values().stream()
                        .filter(bringing -> !carried.containsKey(bringing.workspace()))
                        .toList());
        carried.values().stream()
                .filter(bringing -> bringing.carried().signum() != 0 || gathered.containsKey(bringing.workspace()))
                .forEach(bringing -> gathered.merge(bringing.workspace(), bringing, Bringing::and));
        return new Gathered(
                gathered.values().stream()
                        .map(bringing -> bringing.share(subscription))
                        .toList(),
                new Quantity(own.carried()));
    }

    private Map<String, Bringing> charged(RecordId record, SubscriptionId subscription) {
        Row owed =
                identity(record.meter()).with("hour", record.hour().start()).with("subscription", subscription.value());
        List<Lots.Open> gathered = lots.lock(OWED + " AND l.subscription = :subscription", owed.values());
        lots.record(gathered, record.hour());
        return Bringing.ask(session, SUMS, Lots.of(gathered));
    }

    /** Through which subscriptions those are metered that may be gathered. */
    Set<SubscriptionId> subscriptions(RecordId record) {
        return session.ask(open -> open
                .createQuery("SELECT DISTINCT l.subscription FROM billing_lot l WHERE " + OWED + " AND " + Lots.WAITING)
                .bindMap(identity(record.meter())
                        .with("hour", record.hour().start())
                        .values())
                .mapTo(String.class)
                .stream()
                .map(SubscriptionId::new)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Puts what a closed hour carries in the place of all that its meter carried. */
    void carry(Closing closing) {
        Meter meter = closing.record().after().id().meter();
        lockAnyhow(meter);
        remainders.carry(closing);
    }

    /** Adds what records return to what their meters carry; the meters are locked first, in the order of their keys. */
    void giveBack(List<MeteringRecord> returned) {
        session.ask(open -> open.createQuery("SELECT dimension FROM billing_meter WHERE customer_key = ANY(:customers)"
                        + " AND dimension = ANY(:dimensions) ORDER BY customer_key, dimension FOR UPDATE")
                .bindArray(
                        "customers",
                        String.class,
                        distinct(returned, meter -> meter.customer().key()))
                .bindArray(
                        "dimensions",
                        String.class,
                        distinct(returned, meter -> meter.dimension().name()))
                .mapTo(String.class)
                .list());
        remainders.giveBack(returned);
    }

    /** Forfeits what all meters of a customer carry; how many remainders. */
    int forfeit(Metered of, Instant at) {
        session.ask(open -> open.createQuery("SELECT dimension FROM billing_meter WHERE customer_key = :customer_key"
                        + " ORDER BY customer_key, dimension FOR UPDATE")
                .bind("customer_key", of.customer().key())
                .mapTo(String.class)
                .list());
        return remainders.forfeit(of, at);
    }

    private static List<String> distinct(List<MeteringRecord> records, Function<Meter, String> part) {
        return records.stream()
                .map(record -> part.apply(record.id().meter()))
                .distinct()
                .toList();
    }

    /** Locks a meter; whether it is known. */
    private boolean lock(Meter meter) {
        return session.ask(open -> open.createQuery("SELECT dimension FROM billing_meter WHERE " + ONE + " FOR UPDATE")
                .bindMap(identity(meter).values())
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    /** Of a meter that was idle since ever there is nothing to lock before it is known (MET-8). */
    private void lockAnyhow(Meter meter) {
        if (!lock(meter)) {
            session.batch(NEW.ofOne(), List.of(NEW.one(meter)));
            lock(meter);
        }
    }

    static Row identity(Meter meter) {
        return new Row()
                .with("customer_key", meter.customer().key())
                .with("dimension", meter.dimension().name());
    }
}
