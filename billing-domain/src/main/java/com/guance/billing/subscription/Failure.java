package com.guance.billing.subscription;

import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;

/**
 * A customer could not subscribe, and not all who wait for it know (ARR-8).
 *
 * @param subscription what did not begin: the one that heard of it, or, where its own end is on its way or over, its next life
 * @param by who told, and when
 */
public record Failure(SubscriptionId subscription, Request by) {

    /** Refuses nulls. */
    public Failure {
        Required.value(subscription, "subscription");
        Required.value(by, "by");
    }
}
