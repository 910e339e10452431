package com.guance.billing.workspace;

import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccount;
import io.vavr.control.Option;

/**
 * Who shall pay, and who wants it so.
 *
 * @param through the cloud account that shall pay; none: the Billing Center account
 * @param subscription the subscription that shall pay; none: the account's first (SET-12)
 * @param by who asks, and when
 */
public record Asked(Option<CloudAccount> through, Option<SubscriptionId> subscription, Request by) {

    /** Refuses nulls. */
    public Asked {
        Required.option(through, "through");
        Required.option(subscription, "subscription");
        Required.value(by, "by");
    }

    /**
     * A cloud account shall pay.
     *
     * @param account which, by its first subscription
     * @param by who asks, and when
     * @return what is asked
     */
    public static Asked through(CloudAccount account, Request by) {
        return new Asked(Option.some(account), Option.none(), by);
    }

    /**
     * The Billing Center account shall pay.
     *
     * @param by who asks, and when
     * @return what is asked
     */
    public static Asked billingCenter(Request by) {
        return new Asked(Option.none(), Option.none(), by);
    }
}
