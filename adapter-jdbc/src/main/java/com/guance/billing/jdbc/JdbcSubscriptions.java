package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Subscriptions;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.subscription.Suspicion;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Subscriptions. */
final class JdbcSubscriptions implements Subscriptions {

    private static final Kind<Subscription, SubscriptionEvent> KIND = new Kind<>(
            "subscription",
            "billing_subscription",
            SubscriptionEvent.class,
            Subscription::replay,
            new Kind.Thin<>(
                    Due.and(
                            "customer_key",
                            "life",
                            "cloud_account",
                            "status",
                            "cascade_open",
                            "final_open",
                            "probe_second",
                            "probe_nano",
                            "freeze_second",
                            "freeze_nano",
                            "idle_from"),
                    subscription -> subscription.id().value(),
                    Subscription::cloudAccount,
                    JdbcSubscriptions::row));

    private static final String OVERRUN =
            "freeze_second <= :second AND (freeze_second < :second OR freeze_nano <= :nano)"
                    + " AND id IN (SELECT r.subscription FROM billing_metering_record r WHERE r.owed = TRUE)";

    private static final String UNPROBED = "probe_second IS NOT NULL AND probe_second <= :second"
            + " AND (probe_second < :second OR probe_nano <= :nano) AND NOT EXISTS (SELECT 1"
            + " FROM billing_metering_record WHERE subscription = billing_subscription.id AND "
            + JdbcMeteringRecords.AWAITS_ANSWER + ")";

    private final Aggregates<Subscription, SubscriptionEvent> subscriptions;

    JdbcSubscriptions(Session session) {
        this.subscriptions = all(session);
    }

    static Aggregates<Subscription, SubscriptionEvent> all(Session session) {
        return new Aggregates<>(session, KIND);
    }

    @Override
    public Map<SubscriptionId, Versioned<Subscription>> find(Collection<SubscriptionId> ids) {
        return subscriptions.recall(ids, SubscriptionId::value);
    }

    @Override
    public Option<Versioned<Subscription>> latest(MarketplaceCustomer customer) {
        return Option.ofOptional(subscriptions
                .listAll(
                        new Selection("customer_key = :customer", "life DESC", 1),
                        query -> query.bind("customer", customer.key()))
                .stream()
                .findFirst());
    }

    @Override
    public List<Versioned<Subscription>> withOpenCascade(int limit) {
        return subscriptions.list(new Selection("cascade_open = TRUE", "id", limit), query -> query);
    }

    @Override
    public List<Versioned<Subscription>> due(Instant at, int limit) {
        return Due.at(at, limit, subscriptions);
    }

    @Override
    public List<Versioned<Subscription>> withOpenFinalHour(int limit) {
        return subscriptions.list(new Selection("final_open = TRUE", "id", limit), query -> query);
    }

    @Override
    public List<Versioned<Subscription>> overrun(Instant frozen, int limit) {
        return subscriptions.list(
                new Selection(OVERRUN, "id", limit),
                query -> query.bind("second", frozen.getEpochSecond()).bind("nano", frozen.getNano()));
    }

    @Override
    public List<Versioned<Subscription>> unprobed(Instant at, int limit) {
        return subscriptions.list(
                new Selection(UNPROBED, "id", limit),
                query -> query.bind("second", at.getEpochSecond()).bind("nano", at.getNano()));
    }

    @Override
    public void save(Revision<Subscription> revision) {
        save(List.of(revision));
    }

    @Override
    public void save(List<Revision<Subscription>> revisions) {
        subscriptions.save(revisions);
    }

    private static Row row(Subscription subscription) {
        Row row = new Row()
                .with("customer_key", subscription.customer().key())
                .with("life", subscription.life())
                .with("cloud_account", subscription.cloudAccount().map(CloudAccountId::value))
                .with("status", subscription.status().name())
                .with("cascade_open", subscription.cascadeOpen())
                .with("final_open", subscription.finalHourDue().isDefined())
                .exactly("probe", subscription.suspicion().map(Suspicion::probeFrom))
                .exactly("freeze", subscription.freeze().filter(at -> !subscription.overrunTold()));
        return Due.in(row.maybe("idle_from", subscription.idleFrom()), subscription.dueAt());
    }
}
