package com.guance.billing.ports.driving;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.site.Cloud;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;

/**
 * Registers a workspace (ARR-4).
 *
 * <p><b>What the host must have authorised.</b> This library knows neither users nor who belongs to whom before there is a workspace. It
 * checks that the actor is the Owner that the form names, or the holder of the Billing Center account that is given; to all others it
 * answers <em>NotForThisActor</em> and nothing else (SET-11). That this Owner may have workspaces under that Billing Center account, the
 * host has checked before it asks: the account will be billed, and its cloud accounts can be named.
 */
public interface RegisterWorkspace {

    /**
     * Registers a workspace that a cloud account pays for.
     *
     * @param form the form as it was filled in
     * @param holder its Billing Center account
     * @param payer the registered cloud account
     * @param by who registers
     * @return the workspace, active, or waiting if the account's subscription is still pending (ARR-6); left: all that is wrong, at
     *     once
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

    /**
     * Registers a workspace whose customer has still to subscribe (ARR-5): website first. {@link ChangeSettlement#through} confirms it
     * when the cloud account is registered.
     *
     * @param form the form as it was filled in
     * @param holder its Billing Center account
     * @param cloud the cloud whose account is to pay
     * @param by who registers
     * @return the workspace, awaiting its subscription; left: all that is wrong, at once
     * @throws Fault if the store fails
     */
    Either<RegistrationRefusal, Workspace> awaitingSubscription(
            RegistrationForm form, BillingCenterAccountId holder, Cloud cloud, Request by);

    /**
     * Registers a workspace on the Experience Plan (体验版), which nobody settles. Binding it to a payer upgrades it for ever (ARR-7).
     *
     * @param form the form as it was filled in
     * @param holder its Billing Center account
     * @param by who registers
     * @return the workspace; left: all that is wrong, at once
     * @throws Fault if the store fails
     */
    Either<RegistrationRefusal, Workspace> onExperiencePlan(
            RegistrationForm form, BillingCenterAccountId holder, Request by);
}
