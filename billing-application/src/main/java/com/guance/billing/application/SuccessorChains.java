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
import java.util.stream.Stream;

/** Which agreement follows which, and what becomes known of a successor reaches the subscriptions that it was to follow (END-5). */
record SuccessorChains(Stores stores, Request by) {

    private static final Comparator<Request> BY_TIME = Comparator.comparing(Request::at);

    /** Who is to follow an agreement. */
    Option<NamedSuccessor> of(Agreement agreement) {
        return chain(agreement).map(Chain::next);
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
        return awaiting.agreement()
                .flatMap(this::known)
                .flatMap(this::chain)
                .filter(Chain::isDue)
                .flatMap(chain -> chain.lost(awaiting)
                        .map(last -> awaiting.succeededBy(chain.next(), last).after()))
                .getOrElse(awaiting);
    }

    private Option<SubscriptionId> reach(Agreement before) {
        return before.customer()
                .flatMap(customer -> ReadableEntries.otherwise(stores, () -> latest(customer), Option.none()))
                .flatMap(read -> chain(before).flatMap(chain -> reach(read, chain)));
    }

    private Option<SubscriptionId> reach(Versioned<Subscription> read, Chain chain) {
        Request lost = chain.lost(read.aggregate())
                .filter(end -> end.at().isAfter(by.at()))
                .getOrElse(by);
        Change<Subscription> change = read.aggregate().succeededBy(chain.next(), lost);
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

    private Option<Chain> chain(Agreement first) {
        List<Request> ends = new ArrayList<>();
        List<Request> due = new ArrayList<>();
        return NamedSuccessor.of(
                        first,
                        this::known,
                        one -> ReadableEntries.otherwise(stores, () -> isOver(one, ends, due), one.hasKnownStatus()))
                .map(next -> new Chain(next, Option.ofOptional(ends.stream().max(BY_TIME)), !due.isEmpty()));
    }

    /**
     * By the status that a notice gave, else by an end of the subscription that comes from it, decided by now; an unknown status ends only
     * what has no subscription (END-3).
     */
    private boolean isOver(Agreement agreement, List<Request> ends, List<Request> due) {
        Option<Subscription> latest = latestOf(agreement);
        Option<Request> end =
                latest.flatMap(known -> known.advance(by.at()).after().endHeard());
        end.forEach(ends::add);
        end.filter(decided -> latest.exists(known -> known.endHeard().isEmpty()))
                .forEach(due::add);
        return agreement.hasKnownStatus()
                || end.isDefined()
                || (latest.isEmpty() && agreement.ended().isDefined());
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

    /**
     * Those that follow an agreement.
     *
     * @param next who is to follow it
     * @param last the last end of theirs that their subscriptions show
     * @param isDue whether time has decided an end that no run has noted
     */
    private record Chain(NamedSuccessor next, Option<Request> last, boolean isDue) {

        /** By which a subscription is lost that they were to follow: of its end and theirs the last, whichever is noted first (LOCK-6). */
        Option<Request> lost(Subscription awaiting) {
            return Option.ofOptional(
                    Stream.concat(last.toJavaStream(), awaiting.endHeard().toJavaStream())
                            .max(BY_TIME));
        }
    }
}
