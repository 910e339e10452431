package com.guance.billing.inmemory;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Workspaces, in one transaction. */
record KeptWorkspaces(Cell<Aggregates> cell, Cell<Outbox> outbox) implements Workspaces {

    @Override
    public Map<WorkspaceId, Versioned<Workspace>> find(Collection<WorkspaceId> ids) {
        return cell.get().workspaces().find(ids);
    }

    @Override
    public List<Versioned<Workspace>> paidBy(SubscriptionId subscription, int limit) {
        return cell.get()
                .workspaces()
                .all()
                .filter(workspace -> workspace.aggregate().isPaidBy(subscription))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Versioned<Workspace>> list(Which which, Option<WorkspaceId> after, int limit) {
        Predicate<Workspace> listed = is(which);
        return cell.get()
                .workspaces()
                .after(after)
                .filter(workspace -> listed.test(workspace.aggregate()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Versioned<Workspace>> due(Instant at, int limit) {
        return cell.get()
                .workspaces()
                .all()
                .filter(workspace -> workspace.aggregate().nextDue().exists(next -> !next.isAfter(at)))
                .sorted(Comparator.comparing(
                        workspace -> workspace.aggregate().nextDue().get()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<WorkspaceEvent> history(WorkspaceId workspace, int after, int limit) {
        return Aggregates.family(WorkspaceEvent.class, cell.get().workspaces().history(workspace)).stream()
                .skip(after)
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public void save(List<Revision<Workspace>> revisions) {
        cell.rewrite(before -> {
            Histories<WorkspaceId, Workspace> after = before.workspaces();
            for (Revision<Workspace> revision : revisions) {
                after = after.with(revision.change().after().id(), revision);
            }
            return before.withWorkspaces(after);
        });
        revisions.forEach(revision ->
                outbox.rewrite(before -> before.with(revision.change().events())));
    }

    private static Predicate<Workspace> is(Which which) {
        return which.fold(
                paid -> workspace -> workspace
                        .bindings()
                        .inForce()
                        .flatMap(SettlementMethod::cloud)
                        .exists(through -> through.account().equals(paid.account())),
                awaiting -> workspace -> workspace.awaitedAccounts().contains(awaiting.account()),
                settled -> workspace ->
                        workspace.bindings().inForce().contains(new ThroughBillingCenter(settled.account())),
                arrears -> workspace -> workspace.closed().isEmpty()
                        && workspace.locks().causes().contains(new LockCause.Arrears(arrears.account())),
                under -> workspace -> workspace.closed().isEmpty()
                        && workspace.registration().ownership().holder().equals(under.holder()));
    }
}
