package com.guance.billing.application;

import com.guance.billing.DomainEvent;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Subscriptions;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Subscriptions, where what is saved is noted. */
record NotedSubscriptions(Subscriptions subscriptions, List<DomainEvent> events) implements Subscriptions {

    @Override
    public Map<SubscriptionId, Versioned<Subscription>> find(Collection<SubscriptionId> ids) {
        return subscriptions.find(ids);
    }

    @Override
    public Option<Versioned<Subscription>> latest(MarketplaceCustomer customer) {
        return subscriptions.latest(customer);
    }

    @Override
    public List<Versioned<Subscription>> withOpenCascade(int limit) {
        return subscriptions.withOpenCascade(limit);
    }

    @Override
    public List<Versioned<Subscription>> due(Instant at, int limit) {
        return subscriptions.due(at, limit);
    }

    @Override
    public List<Versioned<Subscription>> withOpenFinalHour(int limit) {
        return subscriptions.withOpenFinalHour(limit);
    }

    @Override
    public List<Versioned<Subscription>> overrun(Instant frozen, int limit) {
        return subscriptions.overrun(frozen, limit);
    }

    @Override
    public void save(List<Revision<Subscription>> revisions) {
        subscriptions.save(revisions);
        revisions.forEach(revision -> events.addAll(revision.change().events()));
    }

    @Override
    public List<Versioned<Subscription>> unprobed(Instant at, int limit) {
        return subscriptions.unprobed(at, limit);
    }

    @Override
    public void save(Revision<Subscription> revision) {
        save(List.of(revision));
    }
}
