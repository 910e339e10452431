package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.Books;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.ports.driving.Ask;
import com.guance.billing.ports.driving.LockState;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.workspace.Countdown;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** Answers for people, from the stores as they are. */
final class Asking implements Ask {

    private final Transactions transactions;
    private final Host host;

    Asking(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
    }

    @Override
    public Option<Workspace> workspace(WorkspaceId workspace) {
        return transactions.run(stores -> OneWorkspace.find(stores, workspace)).map(Versioned::aggregate);
    }

    @Override
    public Page<Workspace> workspaces(CloudAccountId account, PageRequest page) {
        return transactions.run(stores -> Pages.of(
                page,
                (after, limit) ->
                        stores
                                .workspaces()
                                .list(new Which.PaidThrough(account), after.map(WorkspaceId::new), limit)
                                .stream()
                                .map(Versioned::aggregate)
                                .toList(),
                workspace -> workspace.id().value()));
    }

    @Override
    public Page<CloudAccount> registeredCloudAccounts(BillingCenterAccountId holder, PageRequest page) {
        return transactions.run(stores -> Pages.of(
                page,
                (after, limit) -> stores.cloudAccounts().onFile(holder, after.map(CloudAccountId::new), limit),
                account -> account.id().value()));
    }

    @Override
    public Option<LockState> lockState(WorkspaceId workspace, Instant at) {
        Request now = new Request(new Actor.Clock(), at);
        return transactions
                .run(stores -> OneWorkspace.find(stores, workspace)
                        .map(found -> new Present(stores, host, now)
                                .reach(found.aggregate())
                                .after()))
                .map(reached -> state(reached, at));
    }

    @Override
    public Page<WorkspaceEvent> auditTrail(WorkspaceId workspace, PageRequest page) {
        return Pages.counted(
                page,
                (before, limit) ->
                        transactions.run(stores -> stores.workspaces().history(workspace, before, limit)));
    }

    @Override
    public List<Books> books(CloudAccountId account) {
        return transactions.run(stores -> stores.meteringRecords().books(account));
    }

    private LockState state(Workspace workspace, Instant at) {
        return new LockState(
                workspace.phase(),
                workspace.locks().causes(),
                workspace.locks().countdown().map(Countdown::since),
                workspace.locks().deadline(),
                workspace.ingestsAt(at, host.policies().locking().ingestion()));
    }
}
