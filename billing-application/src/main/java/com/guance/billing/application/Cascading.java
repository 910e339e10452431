package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.subscription.Failure;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of a subscription reaches all its workspaces in bounded chunks, each a transaction; it resumes where it stopped. An end
 * reaches those it paid for, or that await its successor (END-4, END-5); an activation those that wait for it, were locked for want of it, or never knew that it
 * was to end (ARR-6, END-5, END-6, MET-2); a failure those that wait in vain (ARR-8).
 *
 * <p>Every chunk touches the subscription and its account: one that lost to another change of theirs is not written.
 */
final class Cascading {

    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final Host host;

    Cascading(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
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

    /** Takes the last change of this subscription to the last workspace. */
    int finish(SubscriptionId id) {
        Progress progress = Progress.START;
        while (!progress.done()) {
            Progress from = progress;
            progress = transactions.run(stores -> chunk(stores, id, from));
        }
        return progress.reached();
    }

    private Progress chunk(Stores stores, SubscriptionId id, Progress from) {
        return Option.of(stores.subscriptions().find(List.of(id)).get(id))
                .filter(subscription -> subscription.aggregate().cascadeOpen())
                .map(subscription -> chunk(stores, subscription, from.of(subscription.aggregate())))
                .getOrElse(from::finished);
    }

    private Progress chunk(Stores stores, Versioned<Subscription> changed, Progress from) {
        Subscription subscription = changed.aggregate();
        Request by = told(subscription);
        Present present = new Present(stores, host, by);
        Option<CloudAccount> account = subscription.cloudAccount().flatMap(present::account);
        account.map(CloudAccount::id).forEach(present::reliesOn);
        Progress to =
                account.map(of -> next(stores, present, subscription, of, from)).getOrElse(from::finished);
        stores.subscriptions()
                .save(Revision.of(changed, to.done() ? subscription.cascadeCompleted(by) : Change.none(subscription)));
        present.touch();
        return to;
    }

    private static Progress next(
            Stores stores, Present present, Subscription subscription, CloudAccount account, Progress from) {
        if (!from.unbound() && subscription.endHeard().isDefined()) {
            return unbind(stores, present, subscription, from);
        } else if (!from.unbound() && subscription.isAlive()) {
            return subscription
                    .resumedFrom()
                    .map(since -> resume(stores, new Resuming(subscription, account.id(), since), from))
                    .getOrElse(() -> tellThoseWaiting(stores, present, subscription, account, from));
        }
        boolean concernsThoseWaiting = subscription.isAlive()
                || subscription.failure().isDefined()
                || subscription.notAwaitedSince().isDefined();
        return concernsThoseWaiting ? tellThoseWaiting(stores, present, subscription, account, from) : from.finished();
    }

    private static Progress resume(Stores stores, Resuming resuming, Progress from) {
        List<Versioned<Workspace>> page = new Cascade(
                        stores,
                        EntryKind.SUBSCRIPTION,
                        resuming.subscription().id().value())
                .page(() -> stores.workspaces().list(new Which.PaidThrough(resuming.account()), from.after(), CHUNK));
        stores.charges()
                .rebind(page.stream()
                        .flatMap(workspace -> resuming.of(workspace.aggregate()).toJavaStream())
                        .toList());
        return from.resuming(last(page));
    }

    private static Progress unbind(Stores stores, Present present, Subscription ended, Progress from) {
        int limit = CHUNK + from.unreached().size();
        Cascade cascade = new Cascade(stores, EntryKind.SUBSCRIPTION, ended.id().value());
        List<Versioned<Workspace>> bound =
                present.loaded(cascade.page(() -> stores.workspaces().paidBy(ended.id(), limit))).stream()
                        .filter(workspace ->
                                !from.unreached().contains(workspace.aggregate().id()))
                        .toList();
        Present.Reached reached = present.reachEach(bound);
        present.save(reached.revisions());
        cascade.missed(reached.unreached());
        return from.unbinding(reached.revisions().size(), reached.unreached(), bound.size() >= CHUNK);
    }

    /** Those that wait for the account, or are locked for want of it: what they wait for has reached them once they are read (LOCK-6). */
    private static Progress tellThoseWaiting(
            Stores stores, Present present, Subscription subscription, CloudAccount account, Progress from) {
        Cascade cascade =
                new Cascade(stores, EntryKind.SUBSCRIPTION, subscription.id().value());
        List<Versioned<Workspace>> page = present.loaded(
                cascade.page(() -> stores.workspaces().list(new Which.Awaiting(account.id()), from.after(), CHUNK)));
        Present.Reached reached = present.reachEach(page);
        present.save(reached.changes());
        cascade.missed(reached.unreached());
        return from.telling(reached.changes().size(), last(page));
    }

    /**
     * Takes the last change of a subscription to workspaces that its cascade could not reach (REL-1): those of which all can be read
     * by now.
     */
    int reach(SubscriptionId id, List<WorkspaceId> missed) {
        return transactions.run(
                stores -> Option.of(stores.subscriptions().find(List.of(id)).get(id))
                        .map(subscription -> reach(stores, subscription, missed))
                        .getOrElse(0));
    }

    private int reach(Stores stores, Versioned<Subscription> read, List<WorkspaceId> missed) {
        Subscription subscription = read.aggregate();
        Present present = new Present(stores, host, told(subscription));
        Option<CloudAccount> account = subscription.cloudAccount().flatMap(present::account);
        account.map(CloudAccount::id).forEach(present::reliesOn);
        ReadableEntries.Of<WorkspaceId, Versioned<Workspace>> found =
                ReadableEntries.find(stores, missed, stores.workspaces()::find, WorkspaceId::value);
        List<Versioned<Workspace>> workspaces =
                present.loaded(List.copyOf(found.found().values()));
        Present.Reached reached = present.reachEach(
                workspaces,
                workspace -> account.map(of -> missed(present, subscription, of, present.reach(workspace)))
                        .getOrElse(() -> present.reach(workspace)));
        account.forEach(of -> resume(stores, subscription, of, reached));
        present.save(reached.changes());
        new Cascade(stores, EntryKind.SUBSCRIPTION, id(read))
                .reached(missed, found.unreadable().keySet(), reached);
        stores.subscriptions().save(Revision.of(read, Change.none(subscription)));
        present.touch();
        return reached.changes().size();
    }

    /** The activation, or the failure, of a subscription whose cascade is over: reading the workspace no longer brings it. */
    private static Change<Workspace> missed(
            Present present, Subscription subscription, CloudAccount account, Change<Workspace> reached) {
        Workspace workspace = reached.after();
        if (subscription.lastFailure().isDefined()) {
            Failure failure = subscription.lastFailure().get();
            return reached.then(workspace.payerFailed(account, failure.subscription(), failure.by()));
        }
        return subscription.isAlive()
                ? reached.then(present.around(workspace)
                        .map(around -> workspace.payerActivated(subscription, account, around))
                        .getOrElse(() -> Change.none(workspace)))
                : reached;
    }

    private static String id(Versioned<Subscription> read) {
        return read.aggregate().id().value();
    }

    private static void resume(
            Stores stores, Subscription subscription, CloudAccount account, Present.Reached reached) {
        subscription
                .resumedFrom()
                .filter(since -> subscription.isAlive())
                .map(since -> new Resuming(subscription, account.id(), since))
                .forEach(resuming -> stores.charges()
                        .rebind(reached.revisions().stream()
                                .map(revision -> revision.change().after())
                                .flatMap(workspace -> resuming.of(workspace).toJavaStream())
                                .toList()));
    }

    private static Option<WorkspaceId> last(List<Versioned<Workspace>> page) {
        return Option.when(
                page.size() == CHUNK,
                () -> page.get(page.size() - 1).aggregate().id());
    }

    /** Who told of the last change, and when. */
    private static Request told(Subscription subscription) {
        Request told =
                subscription.lossHeard().orElse(subscription.activeHeard()).getOrElse(subscription::told);
        return subscription
                .failure()
                .map(Failure::by)
                .filter(by -> by.at().isAfter(told.at()))
                .getOrElse(told);
    }
}
