package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.subscription.MarketplaceCustomer;

/**
 * What the marketplace bills by: its own de-duplication key without the hour (MET-3). Subscriptions of one customer and product
 * share it.
 *
 * @param customer whom it bills
 * @param dimension for what
 */
public record Meter(MarketplaceCustomer customer, Dimension dimension) {

    /** Refuses nulls. */
    public Meter {
        Required.value(customer, "customer");
        Required.value(dimension, "dimension");
    }
}
