package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
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
            page = page(at, limit, seen, decision, failures);
            decided.addAll(page.decided());
            changed.addAll(page.decided());
            changed.addAll(page.awaiting());
        } while (seen.addAll(page.read()));
        return changed.stream()
                .mapToInt(id -> failures.count(() -> cascading.finish(id)))
                .sum();
    }

    private Page page(
            Instant at,
            int limit,
            Set<SubscriptionId> seen,
            Function<Stores, Function<Subscription, Change<Subscription>>> decision,
            FirstFailure failures) {
        List<SubscriptionId> due = new ArrayList<>();
        List<Page> decided = BatchOrEach.run(
                () -> transactions.run(stores -> page(stores, due(stores, at, limit, due), decision.apply(stores))),
                () -> due.stream().filter(id -> !seen.contains(id)).toList(),
                id -> decidedAlone(id, decision),
                failures);
        return new Page(
                due,
                decided.stream().flatMap(one -> one.decided().stream()).toList(),
                decided.stream().flatMap(one -> one.awaiting().stream()).toList());
    }

    /** The first so many that are due; noted by their ids. */
    private static List<Versioned<Subscription>> due(Stores stores, Instant at, int limit, List<SubscriptionId> noted) {
        List<Versioned<Subscription>> due = stores.subscriptions().due(at, limit);
        noted.clear();
        noted.addAll(ids(due));
        return due;
    }

    private Page decidedAlone(
            SubscriptionId id, Function<Stores, Function<Subscription, Change<Subscription>>> decision) {
        return transactions.run(stores -> page(
                stores, List.copyOf(stores.subscriptions().find(List.of(id)).values()), decision.apply(stores)));
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
        Set<WorkspaceId> unreached = new HashSet<>();
        int advanced = 0;
        Chunk chunk;
        do {
            chunk = transactions.run(stores -> chunk(stores, at, unreached));
            unreached.addAll(chunk.unreached());
            advanced += chunk.changed();
        } while (chunk.isFull());
        return advanced;
    }

    /** Those of which something cannot be read stay due, and hide no others. */
    private Chunk chunk(Stores stores, Instant at, Set<WorkspaceId> unreached) {
        Present present = new Present(stores, host, new Request(new Actor.Clock(), at));
        List<Versioned<Workspace>> due = stores.workspaces().due(at, CHUNK + unreached.size()).stream()
                .filter(workspace -> !unreached.contains(workspace.aggregate().id()))
                .toList();
        Present.Reached reached = present.reachEach(present.loaded(due));
        List<Revision<Workspace>> changes = reached.changes();
        present.save(changes);
        present.touch();
        return new Chunk(changes.size(), reached.unreached());
    }

    /** How many workspaces changed, and of which something could not be read. */
    private record Chunk(int changed, List<WorkspaceId> unreached) {

        boolean isFull() {
            return changed + unreached.size() >= CHUNK;
        }
    }

    /** Those that were due, those of them of which something was decided, and those whose workspaces awaited one of these. */
    private record Page(List<SubscriptionId> read, List<SubscriptionId> decided, List<SubscriptionId> awaiting) {}
}
