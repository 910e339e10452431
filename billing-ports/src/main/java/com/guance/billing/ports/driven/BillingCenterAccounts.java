package com.guance.billing.ports.driven;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import io.vavr.control.Option;

/**
 * What the host's Billing Center knows of its accounts. Asked by any thread, several at once, mostly in the middle of a transaction:
 * it answers soon, and asks this library nothing. What it throws reaches the caller, and nothing is written.
 */
public interface BillingCenterAccounts {

    /**
     * Looks an account up.
     *
     * @param id which
     * @return the account as it is now, if there is one
     */
    Option<BillingCenterAccount> find(BillingCenterAccountId id);

    /**
     * Whether two accounts are under the same enterprise certification, so that a workspace may move between them (SET-14).
     *
     * @param one an account
     * @param other another
     * @return whether they are
     */
    boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId other);
}
