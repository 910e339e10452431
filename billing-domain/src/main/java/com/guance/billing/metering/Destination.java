package com.guance.billing.metering;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.MarketplaceCustomer;

/** Where a charge goes (MET-2). */
public sealed interface Destination {

    /** The cloud account in whose books it stands. */
    CloudAccountId account();

    /**
     * To the marketplace, through the subscription that paid at the charge's instant.
     *
     * @param account the cloud account
     * @param subscription the subscription
     * @param customer whom the marketplace bills
     */
    record Metered(CloudAccountId account, SubscriptionId subscription, MarketplaceCustomer customer)
            implements Destination {

        /** Refuses nulls. */
        public Metered {
            Required.value(account, "account");
            Required.value(subscription, "subscription");
            Required.value(customer, "customer");
        }
    }

    /**
     * To no one: nobody paid at that instant, or who paid can no longer be metered (未结算费用, END-8). Kept and told.
     *
     * @param account the cloud account that paid last
     */
    record Unsettled(CloudAccountId account) implements Destination {

        /** Refuses nulls. */
        public Unsettled {
            Required.value(account, "account");
        }
    }
}
