package com.guance.billing.metering;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import java.time.Instant;

/**
 * Whose books a record stands in.
 *
 * @param account the cloud account
 * @param subscription the subscription
 * @param activatedAt the subscription's first activation: no record may be dated earlier (MET-3)
 */
public record BilledThrough(CloudAccountId account, SubscriptionId subscription, Instant activatedAt) {

    /** Refuses nulls. */
    public BilledThrough {
        Required.value(account, "account");
        Required.value(subscription, "subscription");
        Required.value(activatedAt, "activatedAt");
    }
}
