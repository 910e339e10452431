package com.guance.billing.inmemory;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringRecord;
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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Subscriptions, in one transaction. */
record KeptSubscriptions(Cell<Aggregates> cell, Cell<Journal> journal, Cell<Outbox> outbox) implements Subscriptions {

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
    public List<Versioned<Subscription>> withOpenFinalHour(int limit) {
        return cell.get()
                .subscriptions()
                .all()
                .filter(subscription -> subscription.aggregate().finalHourDue().isDefined())
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Versioned<Subscription>> due(Instant at, int limit) {
        return cell.get()
                .subscriptions()
                .all()
                .filter(subscription -> subscription.aggregate().dueAt().exists(until -> !until.isAfter(at)))
                .sorted(Comparator.comparing(
                        subscription -> subscription.aggregate().dueAt().get()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Versioned<Subscription>> unprobed(Instant at, int limit) {
        HeldBack held = new HeldBack(cell.get());
        Set<SubscriptionId> owing = owing(record -> !record.tooLarge() && !held.isHeld(record));
        return cell.get()
                .subscriptions()
                .all()
                .filter(subscription -> subscription.aggregate().suspicion().isDefined())
                .filter(subscription -> subscription.aggregate().maySend(at))
                .filter(subscription -> !owing.contains(subscription.aggregate().id()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    private Set<SubscriptionId> owing(Predicate<MeteringRecord> which) {
        return journal.get()
                .records()
                .all()
                .map(Versioned::aggregate)
                .filter(record -> record.isOwed() && which.test(record))
                .map(record -> record.billed().subscription())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Versioned<Subscription>> overrun(Instant frozen, int limit) {
        Set<SubscriptionId> owing = owing(record -> true);
        return cell.get()
                .subscriptions()
                .all()
                .filter(subscription -> !subscription.aggregate().overrunTold())
                .filter(subscription -> subscription.aggregate().freeze().exists(at -> !at.isAfter(frozen)))
                .filter(subscription -> owing.contains(subscription.aggregate().id()))
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
