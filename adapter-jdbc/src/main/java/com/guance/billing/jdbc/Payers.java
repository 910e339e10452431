package com.guance.billing.jdbc;

import com.guance.billing.SubscriptionId;
import com.guance.billing.jdbc.Lots.Open;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.Rebinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Charges in no record that get another payer, or none. The meters that lose them are locked first, in the order of their keys, and
 * then the lots, so that neither a closing of theirs nor another of these can wait for this one while this one waits for it.
 */
final class Payers {

    private static final String OF_SUBSCRIPTION = "l.subscription = :subscription";

    private static final String OF_WORKSPACES =
            "l.id IN (SELECT c.lot FROM billing_charge c WHERE c.workspace = ANY(:workspaces) AND c.until_second >= :since)";

    /** A charge's own instant is the nanosecond before {@code until}. */
    private static final String LOST = "UPDATE billing_charge SET lot = :lot WHERE lot = ANY(:lots)"
            + " AND (until_second > :second OR (until_second = :second AND until_nano > :nano))";

    private static final String REBIND = "UPDATE billing_charge SET lot = :lot, cloud_account = :cloud_account"
            + " WHERE workspace = :workspace AND lot = ANY(:lots)"
            + " AND (until_second > :from_second OR (until_second = :from_second AND until_nano > :from_nano))"
            + " AND (until_second < :to_second OR (until_second = :to_second AND until_nano <= :to_nano))";

    private final Session session;
    private final Lots lots;

    Payers(Session session) {
        this.session = session;
        this.lots = new Lots(session);
    }

    /** Takes charges away from a subscription; how many. */
    int unsettle(SubscriptionId subscription, Instant from) {
        List<Open> theirs = locked(
                OF_SUBSCRIPTION,
                new Row().with("subscription", subscription.value()).values());
        List<Open> lost = theirs.stream().filter(lot -> lot.isSince(from)).toList();
        List<Open> inPart = theirs.stream()
                .filter(lot -> !lot.isSince(from) && !lot.isBefore(from))
                .toList();
        return lots.unsettle(lost)
                + inPart.stream().mapToInt(lot -> lost(lot, from)).sum();
    }

    private int lost(Open lot, Instant from) {
        return session.change(
                LOST,
                new Row()
                        .with("lot", lots.choose(lot.goingTo(new Destination.Unsettled(lot.account()))))
                        .all("lots", List.of(lot.id()))
                        .with("second", from.getEpochSecond())
                        .with("nano", from.getNano())
                        .values());
    }

    /** Gives all charges and remainders of one to another. */
    void handOver(Destination.Metered from, Destination.Metered to) {
        Map<String, Object> values = new Row()
                .with("from", from.customer().key())
                .with("subscription", from.subscription().value())
                .with("to", to.customer().key())
                .with("customer", Json.write(to.customer()))
                .values();
        lock("m.customer_key IN (:from, :to)", values);
        session.change(
                "INSERT INTO billing_meter (customer_key, dimension, customer) SELECT CAST(:to AS VARCHAR), dimension,"
                        + " CAST(:customer AS VARCHAR) FROM billing_meter WHERE customer_key = :from"
                        + " ON CONFLICT DO NOTHING",
                values);
        lock("m.customer_key IN (:from, :to)", values); // those too that an intake of the heir's has made meanwhile
        lots.handOver(lots.lock(OF_SUBSCRIPTION, values), to);
        if (!from.customer().equals(to.customer())) {
            new Remainders(session).handOver(from, to);
        }
    }

    /** Gives each workspace's charges within a binding to who pays by it. */
    void rebind(List<Rebinding> rebindings) {
        Map<String, List<Rebinding>> byPayer = rebindings.stream()
                .collect(Collectors.groupingBy(
                        one -> one.to().subscription().value(), TreeMap::new, Collectors.toList()));
        if (!byPayer.isEmpty()) {
            List<Open> theirs = theirs(rebindings); // of all payers in one order, before any charge is moved
            byPayer.values().forEach(ofOne -> rebindToOne(ofOne, theirs));
        }
    }

    /** The open lots with charges that may lie within the bindings, locked. */
    private List<Open> theirs(List<Rebinding> rebindings) {
        long since = rebindings.stream()
                .mapToLong(one -> one.binding().from().getEpochSecond())
                .min()
                .orElseThrow();
        return locked(
                OF_WORKSPACES,
                new Row()
                        .with(
                                "workspaces",
                                Column.Type.TEXT.array(rebindings.stream()
                                        .map(one -> one.workspace().value())
                                        .distinct()
                                        .toArray(String[]::new)))
                        .with("since", since)
                        .values());
    }

    private void rebindToOne(List<Rebinding> rebindings, List<Open> theirs) {
        Destination.Metered to = rebindings.get(0).to();
        session.batch(
                Meters.NEW.ofOne(),
                theirs.stream()
                        .map(Open::dimension)
                        .distinct()
                        .sorted(Comparator.comparing(Dimension::name))
                        .map(dimension -> Meters.NEW.one(new Meter(to.customer(), dimension)))
                        .toList());
        List<Map<String, Object>> moves = new ArrayList<>();
        theirs.stream().collect(Collectors.groupingBy(lot -> lot.goingTo(to))).forEach((way, from) -> {
            long into = lots.choose(way);
            List<Long> ids = from.stream().map(Open::id).toList();
            rebindings.forEach(
                    one -> moves.add(row(one).with("lot", into).all("lots", ids).values()));
        });
        session.batch(REBIND, moves);
    }

    private static Row row(Rebinding one) {
        Instant from = one.binding().from();
        Instant until = one.binding().until().getOrElse(Instant.MAX);
        return new Row()
                .with("workspace", one.workspace().value())
                .with("cloud_account", one.to().account().value())
                .with("from_second", from.getEpochSecond())
                .with("from_nano", from.getNano())
                .with("to_second", until.getEpochSecond())
                .with("to_nano", until.getNano());
    }

    private List<Open> locked(String which, Map<String, ?> values) {
        lock(
                "(m.customer_key, m.dimension) IN (SELECT l.customer_key, l.dimension FROM billing_lot l"
                        + " WHERE l.record_hour IS NULL AND " + which + ")",
                values);
        return lots.lock(which, values);
    }

    private void lock(String which, Map<String, ?> values) {
        session.ask(open -> open.createQuery("SELECT m.dimension FROM billing_meter m WHERE " + which
                        + " ORDER BY m.customer_key, m.dimension FOR UPDATE")
                .bindMap(values)
                .mapTo(String.class)
                .list());
    }
}
