package com.guance.billing.inmemory;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces;
import com.guance.billing.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
}
