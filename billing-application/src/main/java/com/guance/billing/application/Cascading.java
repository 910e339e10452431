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
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** END-4: the end of a subscription reaches all its workspaces in bounded chunks, each a transaction; resumes where it stopped. */
final class Cascading {

    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final Ends ends;

    Cascading(Transactions transactions, Duration countdown) {
        this.transactions = transactions;
        this.ends = new Ends(countdown);
    }

    /** Finishes what a crash may have left; answers how many workspaces were reached. */
    int finishAll(FirstFailure failures) {
        Set<SubscriptionId> tried = new HashSet<>();
        int reached = 0;
        List<SubscriptionId> open;
        do {
            open = open(CHUNK + tried.size()).stream().filter(tried::add).toList();
            reached += open.stream()
                    .mapToInt(id -> failures.count(() -> finish(id)))
                    .sum();
        } while (!open.isEmpty());
        return reached;
    }

    private List<SubscriptionId> open(int limit) {
        return transactions.run(stores -> stores.subscriptions().withOpenCascade(limit).stream()
                .map(subscription -> subscription.aggregate().id())
                .collect(Collectors.toUnmodifiableList()));
    }

    /** Takes the end to the last workspace of this subscription, if it has an end. */
    int finish(SubscriptionId id) {
        int reached = 0;
        int chunk;
        do {
            chunk = transactions.run(stores -> chunk(stores, id));
            reached += chunk;
        } while (chunk == CHUNK);
        return reached;
    }

    private int chunk(Stores stores, SubscriptionId id) {
        Option<Versioned<Subscription>> open = Option.of(
                        stores.subscriptions().find(List.of(id)).get(id))
                .filter(subscription -> subscription.aggregate().cascadeOpen());
        return open.map(subscription -> chunk(stores, subscription)).getOrElse(0);
    }

    private static Change<Subscription> completed(Subscription subscription) {
        Instant heard = subscription.endHeard().map(Request::at).get();
        return subscription.cascadeCompleted(new Request(new Actor.Clock(), heard));
    }

    /** Every chunk touches the subscription: one that lost to the subscription's return to life is not written. */
    private int chunk(Stores stores, Versioned<Subscription> ended) {
        Subscription subscription = ended.aggregate();
        List<Versioned<Workspace>> bound = stores.workspaces().paidBy(subscription.id(), CHUNK);
        stores.workspaces()
                .save(bound.stream()
                        .map(workspace -> Revision.of(workspace, ends.reach(workspace.aggregate(), subscription)))
                        .collect(Collectors.toUnmodifiableList()));
        stores.subscriptions()
                .save(Revision.of(ended, bound.size() < CHUNK ? completed(subscription) : Change.none(subscription)));
        return bound.size();
    }
}
