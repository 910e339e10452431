package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.UnlockRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;

/** <em>Unlock now</em> (解锁, UNL-5). */
@FunctionalInterface
public interface UnlockWorkspace {

    /**
     * Unlocks a workspace whose only want is a payer, if its cloud account pays again, or the Billing Center does where that is the
     * cloud's consequence (END-9).
     *
     * @param workspace which
     * @param by who asks: the workspace's Owner or its holder
     * @return the workspace, unlocked; left: every reason in the way
     * @throws Fault if the store fails
     */
    Either<UnlockRefusal, Workspace> unlock(WorkspaceId workspace, Request by);
}
