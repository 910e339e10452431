package com.guance.billing.ports.driving;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;

/** Moves a workspace to another Billing Center account of the same enterprise (SET-14). */
@FunctionalInterface
public interface MoveWorkspace {

    /**
     * Moves a workspace. If its Billing Center account settled it, the new one does from now on.
     *
     * @param workspace which
     * @param to its Billing Center account from now on
     * @param by who asks: the Owner
     * @return the workspace; left: the first reason against it
     * @throws Fault if the store fails
     */
    Either<WorkspaceRefusal, Workspace> move(WorkspaceId workspace, BillingCenterAccountId to, Request by);
}
