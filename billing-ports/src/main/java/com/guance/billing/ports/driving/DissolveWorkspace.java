package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;

/** Ends a workspace for ever (解散, DIS-1). */
@FunctionalInterface
public interface DissolveWorkspace {

    /**
     * Dissolves a workspace: unbound, and nothing waits. Charges for usage before are still taken.
     *
     * @param workspace which
     * @param by who asks: the Owner in any phase, staff when it is fully locked
     * @return the workspace, closed; left: <em>NotForThisActor</em>, <em>WorkspaceUnknown</em> or <em>WorkspaceClosed</em>
     * @throws Fault if the store fails
     */
    Either<WorkspaceRefusal, Workspace> dissolve(WorkspaceId workspace, Request by);
}
