package com.guance.billing.ports.driven;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Workspaces, by their history. Each method is a bounded number of statements, however many workspaces it is given. */
public interface Workspaces {

    /**
     * Loads workspaces.
     *
     * @param ids which
     * @return those that exist, by id
     */
    Map<WorkspaceId, Versioned<Workspace>> find(Collection<WorkspaceId> ids);

    /**
     * The workspaces that a subscription pays for now.
     *
     * @param subscription which
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<Versioned<Workspace>> paidBy(SubscriptionId subscription, int limit);

    /**
     * Saves changes of different workspaces, all or none.
     *
     * @param revisions one a workspace
     * @throws StaleVersion if one is not from the version stored, or is a birth of what exists
     */
    void save(List<Revision<Workspace>> revisions);
}
