package com.guance.billing.ports.driving;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Either;

/** Registers an arrived cloud account under a Billing Center account (ARR-3). 登记 */
@FunctionalInterface
public interface ClaimCloudAccount {

    /**
     * Redeems a claim.
     *
     * @param ticket the claim that landing gave
     * @param under the Billing Center account that claims
     * @param by who asks: the holder of that Billing Center account, staff, or the Owner of a workspace under it that awaits a subscription
     * @return the cloud account, registered; left: why not, and the claim is not used up. <em>RegisteredElsewhere</em> names another
     *     customer's Billing Center account: show that to staff only (SET-11)
     * @throws Fault if the store fails
     */
    Either<ClaimRefusal, CloudAccount> claim(ClaimTicket ticket, BillingCenterAccountId under, Request by);
}
