package com.guance.billing.inmemory;

import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Subscriptions;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Subscriptions, in one transaction. */
record KeptSubscriptions(Cell<Aggregates> cell, Cell<Outbox> outbox) implements Subscriptions {

    @Override
    public Map<SubscriptionId, Versioned<Subscription>> find(Collection<SubscriptionId> ids) {
        return cell.get().subscriptions().find(ids);
    }

    @Override
    public Option<Versioned<Subscription>> latest(MarketplaceCustomer customer) {
        return Option.ofOptional(cell.get()
                .subscriptions()
                .all()
                .filter(subscription ->
                        subscription.aggregate().customer().key().equals(customer.key()))
                .max(Comparator.comparingInt(
                        subscription -> subscription.aggregate().life())));
    }

    @Override
    public List<Versioned<Subscription>> withOpenCascade(int limit) {
        return cell.get()
                .subscriptions()
                .all()
                .filter(subscription -> subscription.aggregate().cascadeOpen())
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Versioned<Subscription>> due(Instant at, int limit) {
        return cell.get()
                .subscriptions()
                .all()
                .filter(subscription ->
                        subscription.aggregate().undecidedUntil().exists(until -> !until.isAfter(at)))
                .sorted(Comparator.comparing(subscription ->
                        subscription.aggregate().undecidedUntil().get()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public void save(Revision<Subscription> revision) {
        save(List.of(revision));
    }

    @Override
    public void save(List<Revision<Subscription>> revisions) {
        cell.rewrite(before -> {
            Histories<SubscriptionId, Subscription> after = before.subscriptions();
            for (Revision<Subscription> revision : revisions) {
                after = after.with(revision.change().after().id(), revision);
            }
            return before.withSubscriptions(after);
        });
        revisions.forEach(revision ->
                outbox.rewrite(before -> before.with(revision.change().events())));
    }
}
