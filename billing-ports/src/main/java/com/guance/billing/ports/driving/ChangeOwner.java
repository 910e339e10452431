package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;

/** Hands a workspace over to another Owner (拥有者, OWN-1). */
@FunctionalInterface
public interface ChangeOwner {

    /**
     * Makes another user the Owner of a workspace, in any phase until it is closed. What the old Owner asks from then on is refused;
     * a change that waits goes on. No month is used.
     *
     * @param workspace which
     * @param to its Owner from now on
     * @param by who asks: the Owner, or staff
     * @return the workspace; left: <em>WorkspaceUnknown</em>, <em>NotForThisActor</em>, <em>WorkspaceClosed</em> or
     *     <em>AlreadyOwner</em>
     * @throws Fault if the store fails
     */
    Either<WorkspaceRefusal, Workspace> change(WorkspaceId workspace, UserId to, Request by);
}
