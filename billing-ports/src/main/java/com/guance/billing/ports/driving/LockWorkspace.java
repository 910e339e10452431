package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;

/** Administrative locks (锁定): staff place them, and staff only release them (UNL-3). */
public interface LockWorkspace {

    /**
     * Locks a workspace.
     *
     * @param workspace which
     * @param why the reason, 1–256 characters
     * @param by who asks: staff
     * @return the workspace, locked; left: <em>NotForThisActor</em>, <em>WorkspaceUnknown</em> or <em>WorkspaceClosed</em>
     * @throws IllegalArgumentException if the reason is blank, too long or not well-formed
     * @throws Fault if the store fails
     */
    Either<WorkspaceRefusal, Workspace> lock(WorkspaceId workspace, String why, Request by);

    /**
     * Removes an administrative cause; other causes stay (LOCK-1).
     *
     * @param workspace which
     * @param cause the cause, as the workspace shows it
     * @param by who asks: staff
     * @return the workspace; left: <em>NotForThisActor</em>, <em>NotLockedFor</em>, <em>FullyLocked</em>, <em>WorkspaceUnknown</em>
     *     or <em>WorkspaceClosed</em>
     * @throws Fault if the store fails
     */
    Either<WorkspaceRefusal, Workspace> release(WorkspaceId workspace, LockCause.Administrative cause, Request by);
}
