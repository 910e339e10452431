package com.guance.billing.ports.driving;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;

/** Registers a workspace for the Commercial Plan (ARR-4). */
public interface RegisterWorkspace {

    /**
     * Registers a workspace that a cloud account pays for.
     *
     * @param form the form as it was filled in
     * @param holder its Billing Center account
     * @param payer the registered cloud account
     * @param by who registers
     * @return the workspace, active; left: all that is wrong, at once
     * @throws Fault if the store fails
     */
    Either<RegistrationRefusal, Workspace> paidThrough(
            RegistrationForm form, BillingCenterAccountId holder, CloudAccountId payer, Request by);

    /**
     * Registers a workspace that its Billing Center account pays for.
     *
     * @param form the form as it was filled in
     * @param holder its Billing Center account
     * @param by who registers
     * @return the workspace, active; left: all that is wrong, at once
     * @throws Fault if the store fails
     */
    Either<RegistrationRefusal, Workspace> paidByBillingCenter(
            RegistrationForm form, BillingCenterAccountId holder, Request by);
}
