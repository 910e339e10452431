package com.guance.billing.metering;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Whose books a record stands in, and by what it is billed.
 *
 * @param account the cloud account
 * @param subscription the subscription
 * @param activatedAt the own time of the subscription's first activation: no record may be dated earlier (MET-3, NOT-6)
 * @param licenseArn the ARN of the license, as it is sent with every attempt (MET-6); none in the other forms
 */
public record BilledThrough(
        CloudAccountId account, SubscriptionId subscription, Instant activatedAt, Option<String> licenseArn) {

    /** Refuses nulls. */
    public BilledThrough {
        Required.value(account, "account");
        Required.value(subscription, "subscription");
        Required.value(activatedAt, "activatedAt");
        Required.option(licenseArn, "licenseArn");
    }

    /** Of a record that names no license. */
    public BilledThrough(CloudAccountId account, SubscriptionId subscription, Instant activatedAt) {
        this(account, subscription, activatedAt, Option.none());
    }
}
