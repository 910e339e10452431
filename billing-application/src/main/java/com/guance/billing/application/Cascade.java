package com.guance.billing.application;

import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Unreadables.Unreached;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The change of one payer on its way to its workspaces: those that it could not reach are kept by name (REL-1).
 *
 * @param stores of one transaction
 * @param kind what the payer is
 * @param payer its id
 */
record Cascade(Stores stores, EntryKind kind, String payer) {

    /** A page of its workspaces; those that cannot be read are missed. */
    List<Versioned<Workspace>> page(Supplier<List<Versioned<Workspace>>> list) {
        List<Versioned<Workspace>> page = new ArrayList<>();
        Set<UnreadableEntry> leftOut = ReadableEntries.leftOut(stores, () -> page.addAll(list.get()));
        missed(leftOut.stream()
                .filter(entry -> entry.kind() == EntryKind.WORKSPACE)
                .map(entry -> new WorkspaceId(entry.id()))
                .toList());
        return page;
    }

    /** These were not reached. */
    void missed(Collection<WorkspaceId> workspaces) {
        if (!workspaces.isEmpty()) {
            stores.unreadables().addUnreached(unreached(workspaces));
        }
    }

    /** Of those that were missed all are reached but these, or no longer there. */
    void reached(Collection<WorkspaceId> missed, Collection<WorkspaceId> unreadable, Present.Reached now) {
        Set<WorkspaceId> reached = new HashSet<>(missed);
        reached.removeAll(unreadable);
        now.unreached().forEach(reached::remove);
        if (!reached.isEmpty()) {
            stores.unreadables().removeUnreached(unreached(reached));
        }
    }

    private List<Unreached> unreached(Collection<WorkspaceId> workspaces) {
        return workspaces.stream()
                .map(workspace -> new Unreached(kind, payer, workspace))
                .toList();
    }
}
