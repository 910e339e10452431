package com.guance.billing.jdbc;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Rebinding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Charges in no record that get another payer, or none. The meters that lose them are locked first, in the order of their keys, so that
 * neither a closing of theirs nor another of these can wait for this one while this one waits for it.
 */
final class Payers {

    /** A charge's own instant is the nanosecond before {@code until}. */
    private static final String LOST = "c.subscription = :subscription AND c.record_hour IS NULL"
            + " AND (c.until_second > :second OR (c.until_second = :second AND c.until_nano > :nano))";

    private static final String WITHIN = "workspace = :workspace AND record_hour IS NULL"
            + " AND (until_second > :from_second OR (until_second = :from_second AND until_nano > :from_nano))"
            + " AND (until_second < :to_second OR (until_second = :to_second AND until_nano <= :to_nano))";

    private static final String REBIND = "UPDATE billing_charge SET cloud_account = :cloud_account,"
            + " subscription = :subscription, customer_key = :customer_key WHERE " + WITHIN;

    private static final String LOCK =
            "SELECT m.dimension FROM billing_meter m WHERE %s" + " ORDER BY m.customer_key, m.dimension FOR UPDATE";

    private static final String HAS =
            "(m.customer_key, m.dimension) IN (SELECT c.customer_key, c.dimension" + " FROM billing_charge c WHERE %s)";

    private final Session session;

    Payers(Session session) {
        this.session = session;
    }

    /** Takes charges away from a subscription; how many. */
    int unsettle(SubscriptionId subscription, Instant from) {
        Map<String, Object> lost = new Row()
                .with("subscription", subscription.value())
                .with("second", from.getEpochSecond())
                .with("nano", from.getNano())
                .values();
        lock(String.format(Locale.ROOT, HAS, LOST), lost);
        return session.change(
                "UPDATE billing_charge c SET subscription = NULL, customer_key = NULL WHERE " + LOST, lost);
    }

    /** Gives all charges and remainders of one to another. */
    void handOver(Destination.Metered from, Destination.Metered to) {
        Map<String, Object> values = new Row()
                .with("from", from.customer().key())
                .with("left", from.subscription().value())
                .with("to", to.customer().key())
                .with("heir", to.subscription().value())
                .with("customer", Json.write(to.customer()))
                .values();
        lock("m.customer_key IN (:from, :to)", values);
        session.change(
                "INSERT INTO billing_meter (customer_key, dimension, customer) SELECT CAST(:to AS VARCHAR), dimension,"
                        + " CAST(:customer AS VARCHAR) FROM billing_meter WHERE customer_key = :from"
                        + " ON CONFLICT DO NOTHING",
                values);
        session.change(
                "UPDATE billing_charge SET subscription = :heir, customer_key = :to"
                        + " WHERE subscription = :left AND record_hour IS NULL",
                values);
        if (!from.customer().equals(to.customer())) {
            new Remainders(session).handOver(from, to);
        }
    }

    /** Gives each workspace's charges within a binding to who pays by it: three statements a payer, however many workspaces. */
    void rebind(List<Rebinding> rebindings) {
        Map<String, List<Rebinding>> byPayer = rebindings.stream()
                .collect(Collectors.groupingBy(
                        one -> one.to().subscription().value(), TreeMap::new, Collectors.toList()));
        byPayer.values().forEach(this::rebindToOne);
    }

    private void rebindToOne(List<Rebinding> rebindings) {
        Destination.Metered to = rebindings.get(0).to();
        List<String> workspaces = rebindings.stream()
                .map(one -> one.workspace().value())
                .distinct()
                .sorted()
                .toList();
        String theirs = "c.workspace = ANY(:workspaces) AND c.record_hour IS NULL";
        session.ask(open -> open.createQuery(String.format(Locale.ROOT, LOCK, String.format(Locale.ROOT, HAS, theirs)))
                .bindArray("workspaces", String.class, workspaces)
                .mapTo(String.class)
                .list());
        session.batch(REBIND, rebindings.stream().map(Payers::row).toList());
        session.ask(open -> open.createUpdate("INSERT INTO billing_meter (customer_key, dimension, customer)"
                        + " SELECT DISTINCT c.customer_key, c.dimension, CAST(:customer AS VARCHAR)"
                        + " FROM billing_charge c WHERE c.customer_key = :customer_key AND " + theirs
                        + " ORDER BY 1, 2 ON CONFLICT DO NOTHING")
                .bindArray("workspaces", String.class, workspaces)
                .bind("customer_key", to.customer().key())
                .bind("customer", Json.write(to.customer()))
                .execute());
    }

    private static Map<String, Object> row(Rebinding one) {
        Instant from = one.binding().from();
        Instant until = one.binding().until().getOrElse(Instant.MAX);
        return new Row()
                .with("workspace", one.workspace().value())
                .with("cloud_account", one.to().account().value())
                .with("subscription", one.to().subscription().value())
                .with("customer_key", one.to().customer().key())
                .with("from_second", from.getEpochSecond())
                .with("from_nano", from.getNano())
                .with("to_second", until.getEpochSecond())
                .with("to_nano", until.getNano())
                .values();
    }

    private void lock(String which, Map<String, ?> values) {
        session.ask(open -> open.createQuery(String.format(Locale.ROOT, LOCK, which))
                .bindMap(values)
                .mapTo(String.class)
                .list());
    }
}
