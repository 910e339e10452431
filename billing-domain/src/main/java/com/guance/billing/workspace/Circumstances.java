package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.Required;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Site;
import io.vavr.control.Option;

/**
 * What is true around a workspace at the instant of a command.
 *
 * @param holder the workspace's Billing Center account
 * @param standing how its possible payers stand
 * @param site the workspace's site; none if the product has no such site
 * @param policies what the host has chosen
 */
public record Circumstances(BillingCenterAccount holder, Standing standing, Option<Site> site, Policies policies) {

    /** Refuses nulls. */
    public Circumstances {
        Required.value(holder, "holder");
        Required.value(standing, "standing");
        Required.option(site, "site");
        Required.value(policies, "policies");
    }

    /**
     * How the payers stand.
     *
     * @param inArrears whether the Billing Center account is in arrears (LOCK-7)
     * @param payerLives whether the subscription that pays now is active; without meaning where none does (SET-7)
     */
    public record Standing(boolean inArrears, boolean payerLives) {

        /** The Billing Center account can pay, and whoever pays is active. */
        public static Standing good() {
            return new Standing(false, true);
        }
    }
}
