package com.guance.billing.arrival;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.MarketplaceCustomer;

/**
 * A resolved landing (ARR-2).
 *
 * @param customer who arrived, in the marketplace's terms; names marketplace and product
 * @param account the cloud account that subscribed
 * @param freeTrial whether the landing form marked a free trial; metered as usual
 * @param names all names that the marketplace answered, as they were (ARR-9, MET-6)
 */
public record Arrival(MarketplaceCustomer customer, CloudAccountId account, boolean freeTrial, AnsweredNames names) {

    /** Refuses nulls. */
    public Arrival {
        Required.value(customer, "customer");
        Required.value(account, "account");
        Required.value(names, "names");
    }

    /** An arrival of which no other name is known. */
    public Arrival(MarketplaceCustomer customer, CloudAccountId account, boolean freeTrial) {
        this(customer, account, freeTrial, AnsweredNames.none());
    }
}
