package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What meters carry between records: a row for each workspace that ever brought something, and one without workspace for what the
 * subscription itself carries (MET-4). Whoever changes them holds the meter's lock.
 */
final class Remainders {

    /** In the place of a workspace: no workspace has this id. */
    static final String OWN = "";

    private static final String CARRIED = "SELECT r.workspace, r.site, r.quantity AS carried, 0 AS charged,"
            + " w.subscription AS settled_by FROM billing_remainder r LEFT JOIN billing_workspace w"
            + " ON w.id = r.workspace WHERE " + Meters.ONE;

    private static final String GIVE_BACK = "UPDATE billing_remainder SET quantity = quantity + :quantity,"
            + " cloud_account = :cloud_account WHERE " + Meters.ONE + " AND workspace = :workspace";

    private static final String CARRY = "UPDATE billing_remainder SET quantity = :quantity,"
            + " cloud_account = :cloud_account WHERE " + Meters.ONE + " AND workspace = :workspace";

    private static final String FORFEIT = "INSERT INTO billing_forfeiture (customer_key, dimension, workspace,"
            + " subscription, cloud_account, quantity, forfeited_at) SELECT customer_key, dimension, workspace,"
            + " CAST(:subscription AS VARCHAR), cloud_account, quantity, CAST(:at AS TIMESTAMP WITH TIME ZONE)"
            + " FROM billing_remainder WHERE customer_key = :customer_key AND quantity <> 0";

    private static final String CLEAR =
            "UPDATE billing_remainder SET quantity = 0 WHERE customer_key = :customer_key AND quantity <> 0";

    private static final String OPEN_AT_HEIR = "INSERT INTO billing_remainder (customer_key, dimension, workspace,"
            + " site, quantity) SELECT CAST(:to AS VARCHAR), dimension, workspace, site, 0 FROM billing_remainder"
            + " WHERE customer_key = :customer_key AND quantity <> 0 ON CONFLICT DO NOTHING";

    private static final String LEFT = " FROM billing_remainder f WHERE f.customer_key = :customer_key"
            + " AND f.dimension = r.dimension AND f.workspace = r.workspace AND f.quantity <> 0)";

    private static final String ADD_TO_HEIR = "UPDATE billing_remainder r SET cloud_account = :cloud_account,"
            + " quantity = r.quantity + (SELECT f.quantity" + LEFT + " WHERE r.customer_key = :to AND EXISTS (SELECT 1"
            + LEFT;

    private final Session session;

    Remainders(Session session) {
        this.session = session;
    }

    /** What each workspace carries, and {@link #OWN}; zeros too. */
    Map<String, Bringing> of(Meter meter) {
        return Bringing.ask(session, CARRIED, Meters.identity(meter));
    }

    /** Makes room for the remainders of those that bring something for the first time; and remembers their sites. */
    void open(Meter meter, List<Bringing> first) {
        session.batch(
                "INSERT INTO billing_remainder (customer_key, dimension, workspace, site, quantity)"
                        + " VALUES (:customer_key, :dimension, :workspace, :site, 0) ON CONFLICT DO NOTHING",
                first.stream()
                        .map(bringing -> Meters.identity(meter)
                                .with("workspace", bringing.workspace())
                                .with("site", bringing.site())
                                .values())
                        .toList());
    }

    /** Puts what a closed hour carries in the place of all that its meter carried. */
    void carry(Closing closing) {
        MeteringRecord record = closing.record().after();
        Meter meter = record.id().meter();
        session.change(
                "UPDATE billing_remainder SET quantity = 0 WHERE " + Meters.ONE + " AND quantity <> 0",
                Meters.identity(meter).values());
        Map<String, Quantity> carried = new TreeMap<>(byText(closing.carried()));
        if (!closing.own().isZero()) {
            open(meter, List.of(Bringing.nothing(OWN)));
            carried.put(OWN, closing.own());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        carried.forEach((workspace, quantity) ->
                rows.add(carrying(meter, record.billed().account(), workspace, quantity)));
        brought(session.batch(CARRY, rows));
    }

    /** Adds the units that records return. */
    void giveBack(List<MeteringRecord> returned) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (MeteringRecord record : returned) {
            Meter meter = record.id().meter();
            CloudAccountId account = record.billed().account();
            record.returned()
                    .byWorkspace()
                    .forEach(allocation -> rows.add(carrying(
                            meter, account, allocation.workspace().value(), Quantity.whole(allocation.units()))));
            if (record.returned().other() > 0) {
                open(
                        meter,
                        List.of(Bringing.nothing(OWN))); // fractions that made whole units at once left no row of it
                rows.add(carrying(
                        meter, account, OWN, Quantity.whole(record.returned().other())));
            }
        }
        brought(session.batch(GIVE_BACK, rows));
    }

    private static void brought(int[] changed) {
        if (IntStream.of(changed).anyMatch(rows -> rows == 0)) {
            throw new IllegalArgumentException("a workspace carries a remainder that never brought a charge");
        }
    }

    /** Adds the remainders of a customer to those of another. */
    void handOver(Destination.Metered from, Destination.Metered to) {
        Map<String, Object> values = new Row()
                .with("customer_key", from.customer().key())
                .with("to", to.customer().key())
                .with("cloud_account", to.account().value())
                .values();
        session.change(OPEN_AT_HEIR, values);
        session.change(ADD_TO_HEIR, values);
        session.change(CLEAR, values);
    }

    /** Forfeits all remainders of a customer; how many. */
    int forfeit(Destination.Metered of, Instant at) {
        Map<String, Object> values = new Row()
                .with("customer_key", of.customer().key())
                .with("subscription", of.subscription().value())
                .with("at", at)
                .values();
        int forfeited = session.change(FORFEIT, values);
        session.change(CLEAR, values);
        return forfeited;
    }

    private static Map<String, Object> carrying(
            Meter meter, CloudAccountId account, String workspace, Quantity quantity) {
        return Meters.identity(meter)
                .with("cloud_account", account.value())
                .with("workspace", workspace)
                .with("quantity", quantity.value())
                .values();
    }

    private static Map<String, Quantity> byText(Map<WorkspaceId, Quantity> carried) {
        Map<String, Quantity> byText = new LinkedHashMap<>();
        carried.forEach((workspace, quantity) -> byText.put(workspace.value(), quantity));
        return byText;
    }
}
