package com.guance.billing.arrival;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.subscription.MarketplaceCustomer;

/**
 * A resolved landing (ARR-2).
 *
 * @param customer who arrived, in the marketplace's terms; names marketplace and product
 * @param account the cloud account that subscribed
 * @param freeTrial whether the landing form marked a free trial; metered as usual
 */
public record Arrival(MarketplaceCustomer customer, CloudAccountId account, boolean freeTrial) {

    /** Refuses nulls. */
    public Arrival {
        Required.value(customer, "customer");
        Required.value(account, "account");
    }
}
