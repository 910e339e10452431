package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The workspaces under a Billing Center account on which an actor may act, as its holder or as their Owner (SET-2, ARR-3). */
record OwnedWorkspaces(Stores stores, Host host, BillingCenterAccountId holder, Request by) {

    private static final int MANY = 500;

    /** Whether there may be any: always to the holder; to others if one is theirs. */
    boolean mayBeListed() {
        return isHolder() || !page(Option.none(), 1).isEmpty();
    }

    /** A page of them, in the order of their ids. */
    List<Workspace> page(Option<WorkspaceId> after, int limit) {
        return list(
                after, limit, workspace -> workspace.registration().ownership().isOf(by.by()));
    }

    /** Whether an Owner has one that awaits its first subscription at this instant. */
    boolean awaitSubscription() {
        List<Workspace> awaiting = by.by() instanceof Actor.Owner
                ? list(
                        Option.none(),
                        Integer.MAX_VALUE,
                        workspace -> workspace.isOwnedBy(by.by()) && workspace.phase() == Phase.AWAITING_SUBSCRIPTION)
                : List.of();
        Present present = new Present(stores, host, by);
        present.load(awaiting);
        return awaiting.stream()
                .anyMatch(workspace -> present.reach(workspace).after().phase() == Phase.AWAITING_SUBSCRIPTION);
    }

    private boolean isHolder() {
        return by.by().equals(new Actor.Holder(holder));
    }

    private List<Workspace> list(Option<WorkspaceId> after, int limit, Predicate<Workspace> wanted) {
        int chunk = isHolder() ? limit : MANY;
        List<Workspace> found = new ArrayList<>();
        Option<WorkspaceId> from = after;
        List<Versioned<Workspace>> read;
        do {
            read = stores.workspaces().list(new Which.Under(holder), from, chunk);
            for (Versioned<Workspace> workspace : read) {
                from = Option.some(workspace.aggregate().id());
                if (found.size() < limit && wanted.test(workspace.aggregate())) {
                    found.add(workspace.aggregate());
                }
            }
        } while (read.size() == chunk && found.size() < limit);
        return found;
    }
}
