package com.guance.billing.application;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LifeEvent.WorkspaceMoved;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Loss;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Workspaces as they are at an instant, in one transaction: as if every end had reached them, and all time until then had passed
 * (LOCK-6, END-4). Remembers which payers a decision relied on, and touches them when it is kept, so that none changes meanwhile.
 */
final class Present {

    private final Stores stores;
    private final Host host;
    private final Request by;
    private final Loaded<SubscriptionId, Versioned<Subscription>> subscriptions;
    private final Loaded<CloudAccountId, Versioned<CloudAccount>> accounts;
    private final Loaded<BillingCenterAccountId, Versioned<Arrears>> arrears;
    private final Loaded<BillingCenterAccountId, BillingCenterAccount> holders;
    private final Set<CloudAccountId> reliedOn = new TreeSet<>(Comparator.comparing(CloudAccountId::value));
    private final Set<BillingCenterAccountId> settling =
            new TreeSet<>(Comparator.comparing(BillingCenterAccountId::value));

    Present(Stores stores, Host host, Request by) {
        this.stores = stores;
        this.host = host;
        this.by = by;
        this.subscriptions = new Loaded<>(stores.subscriptions()::find);
        this.accounts = new Loaded<>(stores.cloudAccounts()::find);
        this.arrears = new Loaded<>(stores.arrears()::find);
        this.holders = new Loaded<>(ids -> ids.stream()
                .flatMap(id -> host.accounts().find(id).toJavaStream())
                .collect(Collectors.toMap(BillingCenterAccount::id, account -> account)));
    }

    /** Reads at once what {@link #reach} looks at: a bounded number of statements, however many workspaces. */
    void load(Collection<Workspace> workspaces) {
        subscriptions.load(
                workspaces.stream().flatMap(w -> payer(w).toJavaStream()).toList());
        accounts.load(workspaces.stream()
                .flatMap(workspace -> Stream.concat(
                        workspace.awaitedAccounts().stream(),
                        ended(workspace).flatMap(Subscription::cloudAccount).toJavaStream()))
                .toList());
        subscriptions.load(workspaces.stream()
                .flatMap(workspace -> awaited(workspace).stream())
                .flatMap(account -> account.payers().stream())
                .map(Payer::subscription)
                .toList());
        arrears.load(workspaces.stream()
                .flatMap(workspace -> debtors(workspace).stream())
                .toList());
    }

    /** The same, of workspaces as they were read. */
    List<Versioned<Workspace>> loaded(List<Versioned<Workspace>> read) {
        load(read.stream().map(Versioned::aggregate).toList());
        return read;
    }

    /** What payers and time have done to a workspace that was not written yet, in the order in which it was heard. */
    Change<Workspace> reach(Workspace workspace) {
        LockPolicy policy = host.policies().locking();
        Change<Workspace> reached = Change.none(workspace);
        for (Unheard news : unheard(workspace)) {
            reached = reached.then(advanced(reached.after(), news.at(), policy));
            reached = reached.then(news.heard().apply(reached.after()));
        }
        return reached.then(advanced(reached.after(), by.at(), policy));
    }

    private Change<Workspace> advanced(Workspace workspace, Instant to, LockPolicy policy) {
        return workspace.advance(to, policy, wasInArrears(holder(workspace), to));
    }

    /** What was told of a payer, and its cascade has still to bring to the workspace. */
    private record Unheard(Instant at, Function<Workspace, Change<Workspace>> heard) {}

    private List<Unheard> unheard(Workspace workspace) {
        Stream<Unheard> untilNow =
                activations(workspace).filter(news -> !news.at().isAfter(by.at()));
        return Stream.of(end(workspace), arrears(workspace), untilNow)
                .flatMap(news -> news)
                .sorted(Comparator.comparing(Unheard::at))
                .toList();
    }

    /** An end holds whatever the clock of whoever asks says: nothing is decided on a payer that is none any more (END-4). */
    private Stream<Unheard> end(Workspace workspace) {
        LockPolicy policy = host.policies().locking();
        return ended(workspace)
                .toJavaStream()
                .flatMap(ended -> loss(ended).toJavaStream().map(loss -> {
                    Instant heard = ended.endHeard().get().at();
                    return new Unheard(heard, now -> now.payerEnded(loss, policy, wasInArrears(holder(now), heard)));
                }));
    }

    private Stream<Unheard> activations(Workspace workspace) {
        return awaited(workspace).stream()
                .flatMap(account -> account.payers().stream()
                        .flatMap(payer -> subscription(payer.subscription()).toJavaStream())
                        .filter(active -> active.isAlive() && active.cascadeOpen())
                        .map(active -> new Unheard(active.activeHeard().get().at(), now -> {
                            reliesOn(account.id());
                            return around(now)
                                    .map(around -> now.payerActivated(active, account, around))
                                    .getOrElse(() -> Change.none(now));
                        })));
    }

    /**
     * Arrears whose cascade is over hold whatever the clock says: it missed a workspace that an earlier end had not reached yet.
     */
    private Stream<Unheard> arrears(Workspace workspace) {
        LockPolicy policy = host.policies().locking();
        return debtors(workspace).stream()
                .flatMap(debtor -> arrears.get(debtor).toJavaStream())
                .map(Versioned::aggregate)
                .filter(told -> told.cascadeOpen() ? !told.told().at().isAfter(by.at()) : told.stand())
                .map(told -> new Unheard(told.told().at(), now -> {
                    Change<Workspace> change = told.stand()
                            ? now.arrearsBegan(told.account(), policy, told.told())
                            : now.release(new LockCause.Arrears(told.account()), policy, told.told());
                    if (told.cascadeOpen() || !change.isNone()) {
                        settling.add(told.account());
                    }
                    return change;
                }));
    }

    private List<CloudAccount> awaited(Workspace workspace) {
        return workspace.awaitedAccounts().stream()
                .flatMap(id -> account(id).toJavaStream())
                .toList();
    }

    /** Whose arrears may lock it, or do. */
    private static Set<BillingCenterAccountId> debtors(Workspace workspace) {
        Set<BillingCenterAccountId> debtors = new LinkedHashSet<>(Set.of(holder(workspace)));
        workspace.locks().causes().stream()
                .filter(LockCause.Arrears.class::isInstance)
                .forEach(cause -> debtors.add(((LockCause.Arrears) cause).account()));
        return debtors;
    }

    private Option<Subscription> ended(Workspace workspace) {
        return payer(workspace)
                .flatMap(this::subscription)
                .filter(payer -> payer.endHeard().isDefined());
    }

    private Option<Loss> loss(Subscription ended) {
        return ended.cloudAccount()
                .peek(reliedOn::add)
                .flatMap(accounts::get)
                .flatMap(account ->
                        Loss.of(ended, account.aggregate(), host.policies().ending()));
    }

    /** What is true around a workspace that was reached; none if the host does not know its holder. */
    Option<Circumstances> around(Workspace workspace) {
        boolean payerLives = payer(workspace).flatMap(this::subscription).forAll(Subscription::isAlive);
        return holders.get(holder(workspace))
                .map(holder -> host.around(
                        holder, workspace.registration().site(), new Standing(inArrears(holder.id()), payerLives)));
    }

    /** Whether arrears that stand now had begun before an instant (LOCK-6): those that begin then lock by themselves. */
    private boolean wasInArrears(BillingCenterAccountId account, Instant at) {
        return arrears.get(account)
                .flatMap(watched -> watched.aggregate().since())
                .exists(since -> since.at().isBefore(at));
    }

    /** Whether a Billing Center account is in arrears. */
    boolean inArrears(BillingCenterAccountId account) {
        return arrears.get(account).exists(watched -> watched.aggregate().stand());
    }

    /** Subscriptions as they were read. */
    Map<SubscriptionId, Subscription> read(Collection<SubscriptionId> ids) {
        subscriptions.load(ids);
        return ids.stream()
                .flatMap(id -> subscriptions.get(id).toJavaStream())
                .map(Versioned::aggregate)
                .collect(Collectors.toUnmodifiableMap(Subscription::id, subscription -> subscription));
    }

    /** A cloud account. */
    Option<CloudAccount> account(CloudAccountId id) {
        return accounts.get(id).map(Versioned::aggregate);
    }

    /** Reads at once what {@link #account} answers. */
    void loadAccounts(List<CloudAccountId> ids) {
        accounts.load(ids);
    }

    /** A decision relies on this cloud account: it is touched when the decision is kept (END-4). */
    void reliesOn(CloudAccountId account) {
        reliedOn.add(account);
    }

    /** Keeps changes of workspaces. {@link #touch} is to follow. */
    void save(List<Revision<Workspace>> revisions) {
        stores.workspaces().save(revisions);
        rebind(revisions);
        revisions.stream()
                .flatMap(revision -> revision.change().events().stream())
                .flatMap(event -> nowSettledBy(event).toJavaStream())
                .forEach(settling::add);
    }

    /** Usage since a binding that began before it was known belongs to who pays by it (MET-2, MET-7). */
    private void rebind(List<Revision<Workspace>> revisions) {
        List<Retroactive> found = revisions.stream().flatMap(Retroactive::in).toList();
        subscriptions.load(found.stream().map(Retroactive::subscription).toList());
        List<Rebinding> rebindings = found.stream()
                .flatMap(one ->
                        one.through(subscriptions.get(one.subscription())).toJavaStream())
                .toList();
        if (!rebindings.isEmpty()) {
            stores.charges().rebind(rebindings);
        }
    }

    /** Makes everyone stale who changes a payer that a decision relied on: first cloud accounts, then arrears. */
    void touch() {
        touchBut(Option.none());
    }

    /** The same, but for the arrears that whoever decides saves. */
    void touchBut(Option<BillingCenterAccountId> saved) {
        settling.removeIf(saved::contains);
        stores.cloudAccounts()
                .save(reliedOn.stream()
                        .flatMap(id -> accounts.get(id).toJavaStream())
                        .map(account -> Revision.of(account, Change.none(account.aggregate())))
                        .toList());
        stores.arrears()
                .save(settling.stream()
                        .map(account -> arrears.get(account)
                                .map(known -> Revision.of(known, Change.none(known.aggregate())))
                                .getOrElse(() -> Revision.first(Arrears.watched(account, by))))
                        .toList());
    }

    static BillingCenterAccountId holder(Workspace workspace) {
        return workspace.registration().ownership().holder();
    }

    /** The Billing Center account that pays from this event on: whether it is in arrears was relied on (LOCK-7). */
    private static Option<BillingCenterAccountId> nowSettledBy(DomainEvent event) {
        if (event instanceof WorkspaceMoved moved) {
            return Option.some(moved.to());
        }
        return event instanceof SettlementMethodChanged changed && changed.to() instanceof ThroughBillingCenter center
                ? Option.some(center.account())
                : Option.none();
    }

    private Option<Subscription> subscription(SubscriptionId id) {
        return subscriptions
                .get(id)
                .map(read -> read.aggregate().advance(by.at()).after());
    }

    private static Option<SubscriptionId> payer(Workspace workspace) {
        return workspace.bindings().inForce().flatMap(SettlementMethod::cloud).map(ThroughCloudAccount::subscription);
    }
}
