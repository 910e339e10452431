package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
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
 * @param unknown the cloud account that was named, if none of that id is registered under the workspace's Billing Center account (SET-3)
 */
public record Asked(
        Option<CloudAccount> through, Option<SubscriptionId> subscription, Request by, Option<CloudAccountId> unknown) {

    /** A cloud account that is known shall pay, or the Billing Center account. */
    public Asked(Option<CloudAccount> through, Option<SubscriptionId> subscription, Request by) {
        this(through, subscription, by, Option.none());
    }

    /**
     * A cloud account shall pay that may be known or not.
     *
     * @param named the id that was named
     * @param found the account, if there is one
     * @param subscription which of its subscriptions; none: its first
     * @param by who asks, and when
     * @return what is asked
     */
    public static Asked through(
            CloudAccountId named, Option<CloudAccount> found, Option<SubscriptionId> subscription, Request by) {
        return new Asked(found, subscription, by, found.isDefined() ? Option.none() : Option.some(named));
    }

    /** The same as seen from under a Billing Center account: what is registered elsewhere, or nowhere, is unknown there (SET-11). */
    Asked from(BillingCenterAccountId holder) {
        return through.filter(account -> !account.registeredUnder(by.at()).contains(holder))
                .map(account -> new Asked(Option.none(), Option.none(), by, Option.some(account.id())))
                .getOrElse(this);
    }

    /** Refuses nulls. */
    public Asked {
        Required.option(unknown, "unknown");
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
