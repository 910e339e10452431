package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who pays for workspaces, may come to, or keeps them locked: read once in a transaction, for all that are loaded together. */
final class Neighbours {

    private final Host host;
    private final Instant at;
    private final SuccessorChains chains;
    private final Map<SubscriptionId, Subscription> present = new HashMap<>();
    private final Loaded<SubscriptionId, Versioned<Subscription>> subscriptions;
    private final Loaded<CloudAccountId, Versioned<CloudAccount>> accounts;
    private final Loaded<BillingCenterAccountId, Versioned<Arrears>> arrears;
    private final Loaded<BillingCenterAccountId, BillingCenterAccount> holders;

    /** As they are at an instant. */
    Neighbours(Stores stores, Host host, Instant at) {
        this.host = host;
        this.at = at;
        this.chains = new SuccessorChains(stores, new Request(new Actor.Clock(), at));
        this.subscriptions = new Loaded<>(
                ids -> ReadableEntries.find(stores, ids, stores.subscriptions()::find, SubscriptionId::value));
        this.accounts = new Loaded<>(
                ids -> ReadableEntries.find(stores, ids, stores.cloudAccounts()::find, CloudAccountId::value));
        this.arrears = new Loaded<>(
                ids -> ReadableEntries.find(stores, ids, stores.arrears()::find, BillingCenterAccountId::value));
        this.holders = new Loaded<>(ids -> new ReadableEntries.Of<>(
                ids.stream()
                        .flatMap(id -> host.accounts().find(id).toJavaStream())
                        .collect(Collectors.toMap(BillingCenterAccount::id, account -> account)),
                Map.of()));
    }

    /**
     * Reads at once those of workspaces: a bounded number of statements, however many workspaces. Only what follows a subscription whose
     * successor is awaited (END-5) is read when that one is asked for, once for all of its workspaces: two statements for each
     * agreement that follows.
     */
    void load(Collection<Workspace> workspaces) {
        Set<SubscriptionId> payers = new LinkedHashSet<>();
        Set<BillingCenterAccountId> debtors = new LinkedHashSet<>();
        for (Workspace workspace : workspaces) {
            payerId(workspace).forEach(payers::add);
            succeededId(workspace).forEach(payers::add);
            debtors.addAll(debtors(workspace));
        }
        subscriptions.load(payers);
        Set<CloudAccountId> awaited = new LinkedHashSet<>();
        Set<CloudAccountId> left = new LinkedHashSet<>();
        for (Workspace workspace : workspaces) {
            awaited.addAll(workspace.awaitedAccounts());
            payerId(workspace)
                    .flatMap(subscriptions::getReadable)
                    .map(read -> read.aggregate().advance(at).after())
                    .filter(payer -> payer.endHeard().isDefined())
                    .flatMap(Subscription::cloudAccount)
                    .forEach(left::add);
        }
        accounts.load(Stream.concat(awaited.stream(), left.stream()).toList());
        subscriptions.load(awaited.stream()
                .flatMap(
                        id -> accounts.getReadable(id).map(Versioned::aggregate).toJavaStream())
                .flatMap(account ->
                        Stream.concat(account.payers().stream().map(Payer::subscription), hearingFor(account).stream()))
                .toList());
        arrears.load(debtors);
    }

    void loadAccounts(List<CloudAccountId> ids) {
        accounts.load(ids);
    }

    /** Subscriptions as they were read. */
    Map<SubscriptionId, Subscription> read(Collection<SubscriptionId> ids) {
        subscriptions.load(ids);
        return ids.stream()
                .flatMap(id -> subscriptions.get(id).toJavaStream())
                .map(Versioned::aggregate)
                .collect(Collectors.toUnmodifiableMap(Subscription::id, subscription -> subscription));
    }

    /** The same, without those that cannot be read. */
    Map<SubscriptionId, Subscription> readable(Collection<SubscriptionId> ids) {
        subscriptions.load(ids);
        return read(ids.stream().filter(id -> !subscriptions.isUnreadable(id)).toList());
    }

    /**
     * Which subscriptions may receive that a customer could not subscribe, for whom changes wait: one that the account expects, the life
     * before it, or one that ended before it was active (ARR-8, SET-13).
     */
    List<SubscriptionId> hearingFor(CloudAccount account) {
        return Stream.concat(
                        account.overtaken().stream(),
                        account.expected().stream()
                                .flatMap(next -> Stream.concat(
                                        Stream.of(next),
                                        Subscription.lifeBefore(next).toJavaStream())))
                .toList();
    }

    /** A subscription, with what time has brought it. */
    Option<Subscription> subscription(SubscriptionId id) {
        return subscriptions
                .get(id)
                .map(read -> present.computeIfAbsent(
                        id,
                        first -> chains.withDueEnds(read.aggregate().advance(at).after())));
    }

    Option<Versioned<CloudAccount>> account(CloudAccountId id) {
        return accounts.get(id);
    }

    /** The same; none that cannot be read: nothing was decided by it. */
    Option<Versioned<CloudAccount>> readableAccount(CloudAccountId id) {
        return accounts.getReadable(id);
    }

    boolean isUnreadable(SubscriptionId id) {
        return subscriptions.isUnreadable(id);
    }

    boolean isUnreadable(BillingCenterAccountId account) {
        return arrears.isUnreadable(account);
    }

    Option<Versioned<Arrears>> arrears(BillingCenterAccountId account) {
        return arrears.get(account);
    }

    /** What is true around a workspace; none if the host does not know its holder. */
    Option<Circumstances> around(Workspace workspace) {
        boolean payerLives = payer(workspace).forAll(Subscription::isAlive);
        return holders.get(holderId(workspace))
                .map(holder -> host.around(
                        holder, workspace.registration().site(), new Standing(inArrears(holder.id()), payerLives)));
    }

    /** Whether arrears of a workspace's holder that stand now had begun before an instant (LOCK-6): those that begin lock by themselves. */
    boolean wasInArrears(Workspace workspace, Instant before) {
        return arrears.get(holderId(workspace))
                .flatMap(watched -> watched.aggregate().since())
                .exists(since -> since.at().isBefore(before));
    }

    /** Whether a Billing Center account is in arrears. */
    boolean inArrears(BillingCenterAccountId account) {
        return arrears.get(account).exists(watched -> watched.aggregate().stand());
    }

    /** The subscription that pays for a workspace. */
    Option<Subscription> payer(Workspace workspace) {
        return payerId(workspace).flatMap(this::subscription);
    }

    /** The subscription that pays for a workspace, if its end was heard. */
    Option<Subscription> ended(Workspace workspace) {
        return payer(workspace).filter(payer -> payer.endHeard().isDefined());
    }

    /** The ended subscription whose successor a workspace awaits (END-5). */
    Option<Subscription> awaitedBy(Workspace workspace) {
        return succeededId(workspace).flatMap(this::subscription);
    }

    /** The accounts that a workspace waits for. */
    List<CloudAccount> awaited(Workspace workspace) {
        List<CloudAccount> awaited = new ArrayList<>();
        workspace
                .awaitedAccounts()
                .forEach(id -> accounts.get(id).map(Versioned::aggregate).forEach(awaited::add));
        return awaited;
    }

    /** Those whose arrears may lock a workspace, or do. */
    List<Arrears> arrearsOf(Workspace workspace) {
        List<Arrears> watched = new ArrayList<>();
        debtors(workspace)
                .forEach(debtor -> arrears.get(debtor).map(Versioned::aggregate).forEach(watched::add));
        return watched;
    }

    static BillingCenterAccountId holderId(Workspace workspace) {
        return workspace.registration().ownership().holder();
    }

    private static Set<BillingCenterAccountId> debtors(Workspace workspace) {
        Set<BillingCenterAccountId> debtors = new LinkedHashSet<>();
        debtors.add(holderId(workspace));
        for (LockCause cause : workspace.locks().causes()) {
            if (cause instanceof LockCause.Arrears arrears) {
                debtors.add(arrears.account());
            }
        }
        return debtors;
    }

    private static Option<SubscriptionId> succeededId(Workspace workspace) {
        return workspace.successor().map(awaited -> awaited.ended().subscription());
    }

    private static Option<SubscriptionId> payerId(Workspace workspace) {
        return workspace.bindings().inForce().flatMap(SettlementMethod::cloud).map(ThroughCloudAccount::subscription);
    }
}
