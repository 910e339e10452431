package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;

/**
 * An hour of which no record was made (MET-8).
 *
 * @param subscription whose
 * @param dimension of what
 * @param hour when
 */
public record IdleHour(SubscriptionId subscription, Dimension dimension, MeteringHour hour) {

    /** Refuses nulls. */
    public IdleHour {
        Required.value(subscription, "subscription");
        Required.value(dimension, "dimension");
        Required.value(hour, "hour");
    }
}
