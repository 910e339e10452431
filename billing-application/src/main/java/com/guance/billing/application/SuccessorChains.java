package com.guance.billing.application;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NamedSuccessor;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which agreement follows which, and what becomes known of a successor reaches the subscriptions that it was to follow (END-5). */
record SuccessorChains(Stores stores, Request by) {

    /** Who is to follow an agreement. */
    Option<NamedSuccessor> of(Agreement agreement) {
        return NamedSuccessor.of(agreement, this::known, this::isOver);
    }

    /** Brings what is known of an agreement to the subscriptions of all before it; answers which of them changed. */
    List<SubscriptionId> reachBefore(AgreementId agreement) {
        List<SubscriptionId> changed = new ArrayList<>();
        Set<AgreementId> seen = new LinkedHashSet<>(Set.of(agreement));
        Option<Agreement> before = previous(agreement, seen);
        while (before.isDefined()) {
            before.flatMap(this::reach).forEach(changed::add);
            before = previous(before.get().id(), seen);
        }
        return changed;
    }

    /**
     * A subscription as it would be if the ends of those that are to follow it had been decided that were due by the instant of the
     * request (END-3, LOCK-6).
     */
    Subscription withDueEnds(Subscription awaiting) {
        if (!awaiting.isSucceeded() || !awaiting.mayBeSucceeded()) {
            return awaiting;
        }
        List<Request> due = new ArrayList<>();
        Option<NamedSuccessor> next = awaiting.agreement()
                .flatMap(this::known)
                .flatMap(agreement -> NamedSuccessor.of(
                        agreement,
                        this::known,
                        one -> isOver(one) || dueEnd(one).peek(due::add).isDefined()));
        return Option.ofOptional(due.stream().max(Comparator.comparing(Request::at)))
                .flatMap(last ->
                        next.map(named -> awaiting.succeededBy(named, last).after()))
                .getOrElse(awaiting);
    }

    private Option<Request> dueEnd(Agreement agreement) {
        return latestOf(agreement)
                .flatMap(latest -> latest.advance(by.at()).after().endHeard());
    }

    private Option<SubscriptionId> reach(Agreement before) {
        return before.customer()
                .flatMap(this::latest)
                .flatMap(read -> of(before).flatMap(next -> reach(read, next)));
    }

    private Option<SubscriptionId> reach(Versioned<Subscription> read, NamedSuccessor next) {
        Change<Subscription> change = read.aggregate().succeededBy(next, by);
        if (change.isNone()) {
            return Option.none();
        }
        stores.subscriptions().save(Revision.of(read, change));
        return Option.some(change.after().id());
    }

    private Option<Agreement> previous(AgreementId agreement, Set<AgreementId> seen) {
        return known(agreement).flatMap(Agreement::previous).filter(seen::add).flatMap(this::known);
    }

    /** What cannot be read is not known: a chain ends there, and its successor is awaited as any other is (REL-1). */
    private Option<Agreement> known(AgreementId id) {
        return ReadableEntries.agreement(stores, id);
    }

    /**
     * By the status that a notice gave, else by a decided end of the subscription that comes from it; an unknown status ends only what
     * has no subscription (END-3).
     */
    private boolean isOver(Agreement agreement) {
        return agreement.hasKnownStatus()
                || latestOf(agreement)
                        .map(latest -> latest.endHeard().isDefined())
                        .getOrElse(agreement.ended().isDefined());
    }

    private Option<Subscription> latestOf(Agreement agreement) {
        return agreement
                .customer()
                .flatMap(this::latest)
                .map(Versioned::aggregate)
                .filter(latest -> latest.agreement().contains(agreement.id()));
    }

    private Option<Versioned<Subscription>> latest(MarketplaceCustomer customer) {
        return stores.subscriptions().latest(customer);
    }
}
