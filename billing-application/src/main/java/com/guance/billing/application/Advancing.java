package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Workspace;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * LOCK-6: what time brings, each thing with its own instant, whenever it is noted and by whichever node: of two nodes one is stale,
 * and finds nothing due.
 */
final class Advancing {

    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final Host host;
    private final Cascading cascading;

    Advancing(Transactions transactions, Host host, Cascading cascading) {
        this.transactions = transactions;
        this.host = host;
        this.cascading = cascading;
    }

    /** Ends whose status never came (END-3); answers how many workspaces they reached. */
    int decideEnds(Instant at, FirstFailure failures) {
        return decide(at, stores -> ending -> ending.advance(at), failures);
    }

    /**
     * Suspicions that nothing cleared, not the probe of this very run either (SUB-5), of those of whom the marketplace was asked;
     * answers how many workspaces they reached.
     */
    int confirmSuspicions(Instant at, BiPredicate<Stores, Subscription> asked, FirstFailure failures) {
        Request by = new Request(new Actor.Clock(), at);
        return decide(
                at,
                stores -> suspected -> suspected.suspicion().isDefined() && asked.test(stores, suspected)
                        ? suspected.confirmSuspicion(by)
                        : Change.none(suspected),
                failures);
    }

    private int decide(
            Instant at,
            Function<Stores, Function<Subscription, Change<Subscription>>> decision,
            FirstFailure failures) {
        Set<SubscriptionId> seen = new HashSet<>();
        Set<SubscriptionId> decided = new HashSet<>();
        Set<SubscriptionId> changed = new LinkedHashSet<>();
        Page page;
        do {
            int limit = CHUNK + seen.size() - decided.size(); // what was decided is gone, what was not comes again
            page = transactions.run(
                    stores -> page(stores, stores.subscriptions().due(at, limit), decision.apply(stores)));
            decided.addAll(page.decided());
            changed.addAll(page.decided());
            changed.addAll(page.awaiting());
        } while (seen.addAll(page.read()));
        return changed.stream()
                .mapToInt(id -> failures.count(() -> cascading.finish(id)))
                .sum();
    }

    private Page page(
            Stores stores, List<Versioned<Subscription>> due, Function<Subscription, Change<Subscription>> decision) {
        List<Versioned<Subscription>> ripe = due.stream()
                .filter(read -> !decision.apply(read.aggregate()).isNone())
                .toList();
        stores.subscriptions()
                .save(ripe.stream()
                        .map(read -> Revision.of(read, decision.apply(read.aggregate())))
                        .toList());
        ripe.stream()
                .map(Versioned::aggregate)
                .filter(Subscription::isAlive)
                .forEach(suspected -> follow(stores, decision.apply(suspected).after()));
        List<SubscriptionId> awaiting = ripe.stream()
                .flatMap(read ->
                        awaiting(stores, decision.apply(read.aggregate()).after()).stream())
                .toList();
        return new Page(ids(due), ids(ripe), awaiting);
    }

    /** Those whose workspaces awaited it: its end is decided (END-5). */
    private static List<SubscriptionId> awaiting(Stores stores, Subscription ended) {
        return ended.agreement()
                .flatMap(
                        agreement -> ended.endHeard().map(by -> new SuccessorChains(stores, by).reachBefore(agreement)))
                .getOrElse(List.of());
    }

    private static List<SubscriptionId> ids(List<Versioned<Subscription>> read) {
        return read.stream().map(one -> one.aggregate().id()).toList();
    }

    /** A suspicion that became an end closes the account for binding, as an end that was heard does (SUB-5, END-4). */
    private void follow(Stores stores, Subscription ended) {
        new Following(stores, host.policies(), ended.told()).followKnown(ended);
    }

    /** Reminders, full locks, lapses; answers how many workspaces they concerned. */
    int advance(Instant at) {
        int advanced = 0;
        int chunk;
        do {
            chunk = transactions.run(stores -> chunk(stores, at));
            advanced += chunk;
        } while (chunk == CHUNK);
        return advanced;
    }

    private int chunk(Stores stores, Instant at) {
        Present present = new Present(stores, host, new Request(new Actor.Clock(), at));
        List<Revision<Workspace>> changes = present.loaded(stores.workspaces().due(at, CHUNK)).stream()
                .map(workspace -> Revision.of(workspace, present.reach(workspace.aggregate())))
                .filter(revision -> !revision.change().isNone())
                .toList();
        present.save(changes);
        present.touch();
        return changes.size();
    }

    /** Those that were due, those of them of which something was decided, and those whose workspaces awaited one of these. */
    private record Page(List<SubscriptionId> read, List<SubscriptionId> decided, List<SubscriptionId> awaiting) {}
}
