package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.Rebinding;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Workspaces as they are at an instant, in one transaction: as if every end had reached them, and all time until then had passed
 * (LOCK-6, END-4). Remembers which payers a decision relied on, and touches them when it is kept, so that none changes meanwhile.
 */
final class Present {

    private final Stores stores;
    private final Host host;
    private final Request by;
    private final Neighbours neighbours;
    private final Reliance relies = new Reliance();

    Present(Stores stores, Host host, Request by) {
        this.stores = stores;
        this.host = host;
        this.by = by;
        this.neighbours = new Neighbours(stores, host, by.at());
    }

    /** Reads at once what {@link #reach} looks at: a bounded number of statements, however many workspaces. */
    void load(Collection<Workspace> workspaces) {
        neighbours.load(workspaces);
    }

    /** The same, of workspaces as they were read. */
    List<Versioned<Workspace>> loaded(List<Versioned<Workspace>> read) {
        load(read.stream().map(Versioned::aggregate).toList());
        return read;
    }

    /** What payers and time have done to a workspace that was not written yet, in the order in which it was heard. */
    Change<Workspace> reach(Workspace workspace) {
        Change<Workspace> reached = Change.none(workspace);
        for (News.Unheard news : new News(neighbours, relies, host.policies(), by.at()).of(workspace)) {
            reached = reached.then(advanced(reached.after(), news.at()));
            reached = reached.then(news.heard().apply(reached.after()));
        }
        return reached.then(advanced(reached.after(), by.at()));
    }

    /** The same of many, each by itself: one of which something cannot be read stops no other (REL-1). */
    Reached reachEach(List<Versioned<Workspace>> read) {
        return reachEach(read, this::reach);
    }

    /** What is made of each; those of which something cannot be read are named. */
    Reached reachEach(List<Versioned<Workspace>> read, Function<Workspace, Change<Workspace>> what) {
        List<Revision<Workspace>> revisions = new ArrayList<>();
        List<WorkspaceId> unreached = new ArrayList<>();
        for (Versioned<Workspace> workspace : read) {
            try {
                Revision<Workspace> revision = Revision.of(workspace, what.apply(workspace.aggregate()));
                neighbours.read(Retroactive.in(revision)
                        .map(Retroactive::subscription)
                        .collect(Collectors.toUnmodifiableSet()));
                revisions.add(revision);
            } catch (EntryUnreadable ofItsNeighbours) {
                unreached.add(workspace.aggregate().id());
            }
        }
        return new Reached(revisions, unreached);
    }

    /**
     * What was made of workspaces.
     *
     * @param revisions of those of which all could be read, changed or not
     * @param unreached those of which something could not be read
     */
    record Reached(List<Revision<Workspace>> revisions, List<WorkspaceId> unreached) {

        /** Those that changed. */
        List<Revision<Workspace>> changes() {
            return revisions.stream()
                    .filter(revision -> !revision.change().isNone())
                    .toList();
        }
    }

    private Change<Workspace> advanced(Workspace workspace, Instant to) {
        return workspace.advance(to, host.policies().locking(), neighbours.wasInArrears(workspace, to));
    }

    /** What is true around a workspace that was reached; none if the host does not know its holder. */
    Option<Circumstances> around(Workspace workspace) {
        return neighbours.around(workspace);
    }

    /** Whether a Billing Center account is in arrears. */
    boolean inArrears(BillingCenterAccountId account) {
        return neighbours.inArrears(account);
    }

    /** Subscriptions as they were read. */
    Map<SubscriptionId, Subscription> read(Collection<SubscriptionId> ids) {
        return neighbours.read(ids);
    }

    /** The same, without those that cannot be read. */
    Map<SubscriptionId, Subscription> readable(Collection<SubscriptionId> ids) {
        return neighbours.readable(ids);
    }

    boolean isUnreadable(SubscriptionId id) {
        return neighbours.isUnreadable(id);
    }

    /** A cloud account. */
    Option<CloudAccount> account(CloudAccountId id) {
        return neighbours.account(id).map(Versioned::aggregate);
    }

    /** Reads at once what {@link #account} answers. */
    void loadAccounts(List<CloudAccountId> ids) {
        neighbours.loadAccounts(ids);
    }

    /** A decision relies on this cloud account: it is touched when the decision is kept (END-4). */
    void reliesOn(CloudAccountId account) {
        relies.on(account);
    }

    /** Keeps changes of workspaces. {@link #touch} is to follow. */
    void save(List<Revision<Workspace>> revisions) {
        stores.workspaces().save(revisions);
        rebind(revisions);
        revisions.stream()
                .flatMap(revision -> revision.change().events().stream())
                .forEach(relies::on);
    }

    /** Usage within a binding that was taken before it was known belongs to who pays by it (MET-2, MET-7). */
    private void rebind(List<Revision<Workspace>> revisions) {
        List<Retroactive> found = revisions.stream().flatMap(Retroactive::in).toList();
        Map<SubscriptionId, Subscription> subscriptions =
                neighbours.read(found.stream().map(Retroactive::subscription).collect(Collectors.toSet()));
        List<Rebinding> rebindings = found.stream()
                .flatMap(one -> one.through(Option.of(subscriptions.get(one.subscription())))
                        .toJavaStream())
                .toList();
        if (!rebindings.isEmpty()) {
            stores.charges().rebind(rebindings);
        }
    }

    /** Makes everyone stale who changes a payer that a decision relied on. */
    void touch() {
        touchBut(Option.none());
    }

    /** The same, but for the arrears that whoever decides saves. */
    void touchBut(Option<BillingCenterAccountId> saved) {
        relies.touch(stores, neighbours, saved, by);
    }

    static BillingCenterAccountId holder(Workspace workspace) {
        return Neighbours.holderId(workspace);
    }
}
