package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Workspace;
import java.time.Instant;
import java.util.List;

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

    /** Ends whose status never came (END-3), and suspicions that nothing cleared (SUB-5); answers how many workspaces they reached. */
    int decideEnds(Instant at, FirstFailure failures) {
        List<SubscriptionId> decided;
        int reached = 0;
        do {
            decided = transactions.run(stores -> decide(stores, at));
            reached += decided.stream()
                    .mapToInt(id -> failures.count(() -> cascading.finish(id)))
                    .sum();
        } while (decided.size() == CHUNK);
        return reached;
    }

    private List<SubscriptionId> decide(Stores stores, Instant at) {
        List<Versioned<Subscription>> due = stores.subscriptions().due(at, CHUNK);
        List<Revision<Subscription>> decided = due.stream()
                .map(read -> Revision.of(read, read.aggregate().advance(at)))
                .toList();
        stores.subscriptions().save(decided);
        for (int i = 0; i < due.size(); i++) {
            follow(stores, due.get(i).aggregate(), decided.get(i).change().after());
        }
        return due.stream().map(read -> read.aggregate().id()).toList();
    }

    /** A suspicion that became an end closes the account for binding, as an end that was heard does (SUB-5, END-4). */
    private void follow(Stores stores, Subscription before, Subscription after) {
        if (before.isAlive()) {
            new Following(stores, host.policies(), after.told()).followKnown(after);
        }
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
}
