package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.site.SiteId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private static final String ONE = "customer_key = :customer_key AND dimension = :dimension";

    private static final String OWED = ONE + " AND record_hour IS NULL AND hour_start <= :hour";

    private static final String GATHER = "UPDATE billing_charge SET record_hour = :hour WHERE " + OWED;

    /** A charge's own instant is the nanosecond before {@code until}. */
    private static final String LOST = "c.subscription = :subscription AND c.record_hour IS NULL"
            + " AND (c.until_second > :second OR (c.until_second = :second AND c.until_nano > :nano))";

    private static final String REMAINDERS =
            "SELECT workspace, site, quantity AS carried, 0 AS charged FROM billing_remainder WHERE " + ONE;

    private static final String CARRY = "UPDATE billing_remainder SET quantity = :quantity,"
            + " cloud_account = :cloud_account WHERE " + ONE + " AND workspace = :workspace";

    private final Session session;

    Meters(Session session) {
        this.session = session;
    }

    /** Of some charges, each once, in the order of their keys. */
    static List<Meter> of(Collection<TakenCharge> charges) {
        Map<String, Meter> meters = new TreeMap<>();
        for (TakenCharge taken : charges) {
            if (taken.destination() instanceof Metered metered) {
                Dimension dimension = taken.charge().usage().dimension();
                meters.put(metered.customer().key() + "/" + dimension, new Meter(metered.customer(), dimension));
            }
        }
        return List.copyOf(meters.values());
    }

    /** Puts what is in no record yet into this one, and says what each workspace brings, in the order of their ids. */
    List<Share> gather(RecordId record) {
        lock(record.meter());
        Map<String, Bringing> gathered = bringing(
                session.dialect()
                        .selectChanged(
                                GATHER,
                                "workspace, MIN(site) AS site, 0 AS carried, SUM(quantity) AS charged",
                                "GROUP BY workspace"),
                identity(record.meter()).with("hour", record.hour().start()));
        Map<String, Bringing> carried = bringing(REMAINDERS, identity(record.meter()));
        open(
                record.meter(),
                gathered.values().stream()
                        .filter(bringing -> !carried.containsKey(bringing.workspace()))
                        .toList());
        carried.values().stream()
                .filter(bringing -> bringing.carried().signum() != 0 || gathered.containsKey(bringing.workspace()))
                .forEach(bringing -> gathered.merge(bringing.workspace(), bringing, Bringing::and));
        return gathered.values().stream().map(Bringing::share).toList();
    }

    /** Through which subscriptions those are metered that would be gathered. */
    Set<SubscriptionId> subscriptions(RecordId record) {
        return session.ask(open -> open
                .createQuery("SELECT DISTINCT subscription FROM billing_charge WHERE " + OWED)
                .bindMap(identity(record.meter())
                        .with("hour", record.hour().start())
                        .values())
                .mapTo(String.class)
                .stream()
                .map(SubscriptionId::new)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Takes charges in no record away from a subscription. Their meters are locked first, in the order of their keys, so that
     * neither a closing of theirs nor another of these can wait for this one while this one waits for it.
     */
    int unsettle(SubscriptionId subscription, Instant from) {
        Map<String, Object> lost = new Row()
                .with("subscription", subscription.value())
                .with("second", from.getEpochSecond())
                .with("nano", from.getNano())
                .values();
        session.ask(open -> open.createQuery("SELECT m.dimension FROM billing_meter m WHERE EXISTS"
                        + " (SELECT 1 FROM billing_charge c WHERE c.customer_key = m.customer_key"
                        + " AND c.dimension = m.dimension AND " + LOST
                        + ") ORDER BY m.customer_key, m.dimension FOR UPDATE")
                .bindMap(lost)
                .mapTo(String.class)
                .list());
        return session.change(
                "UPDATE billing_charge c SET subscription = NULL, customer_key = NULL WHERE " + LOST, lost);
    }

    /** Puts what a closed hour carries in the place of all that its meter carried. */
    void carry(Closing closing) {
        MeteringRecord record = closing.record().after();
        Meter meter = record.id().meter();
        session.batch(NEW.ofOne(), List.of(NEW.one(meter)));
        lock(meter);
        session.change(
                "UPDATE billing_remainder SET quantity = 0 WHERE " + ONE + " AND quantity <> 0",
                identity(meter).values());
        List<Map<String, Object>> rows = new TreeMap<>(byText(closing.carried()))
                .entrySet().stream()
                        .map(left -> carrying(meter, record.billed().account(), left))
                        .collect(Collectors.toList());
        for (int changed : session.batch(CARRY, rows)) {
            if (changed == 0) {
                throw new IllegalArgumentException("a workspace carries a remainder that never brought a charge");
            }
        }
    }

    private void lock(Meter meter) {
        session.ask(open -> open.createQuery("SELECT dimension FROM billing_meter WHERE " + ONE + " FOR UPDATE")
                .bindMap(identity(meter).values())
                .mapTo(String.class)
                .findOne());
    }

    /** Makes room for the remainders of workspaces that bring charges for the first time; and remembers their sites. */
    private void open(Meter meter, List<Bringing> first) {
        session.batch(
                "INSERT INTO billing_remainder (customer_key, dimension, workspace, site, quantity)"
                        + " VALUES (:customer_key, :dimension, :workspace, :site, 0)",
                first.stream()
                        .map(bringing -> identity(meter)
                                .with("workspace", bringing.workspace())
                                .with("site", bringing.site())
                                .values())
                        .collect(Collectors.toList()));
    }

    private Map<String, Bringing> bringing(String sql, Row values) {
        Map<String, Bringing> bringing = new TreeMap<>();
        session.ask(open -> open.createQuery(sql)
                        .bindMap(values.values())
                        .map((row, context) -> new Bringing(
                                row.getString("workspace"),
                                row.getString("site"),
                                row.getBigDecimal("carried"),
                                row.getBigDecimal("charged")))
                        .list())
                .forEach(one -> bringing.put(one.workspace(), one));
        return bringing;
    }

    private static Map<String, Object> carrying(Meter meter, CloudAccountId account, Map.Entry<String, Quantity> left) {
        return identity(meter)
                .with("cloud_account", account.value())
                .with("workspace", left.getKey())
                .with("quantity", left.getValue().value())
                .values();
    }

    private static Map<String, Quantity> byText(Map<WorkspaceId, Quantity> carried) {
        Map<String, Quantity> byText = new LinkedHashMap<>();
        carried.forEach((workspace, quantity) -> byText.put(workspace.value(), quantity));
        return byText;
    }

    private static Row identity(Meter meter) {
        return new Row()
                .with("customer_key", meter.customer().key())
                .with("dimension", meter.dimension().name());
    }

    private record Bringing(String workspace, String site, BigDecimal carried, BigDecimal charged) {

        Bringing and(Bringing other) {
            return new Bringing(workspace, site, carried.add(other.carried), charged.add(other.charged));
        }

        Share share() {
            return new Share(
                    new WorkspaceId(workspace), new SiteId(site), new Quantity(carried), new Quantity(charged));
        }
    }
}
