package com.guance.billing.workspace;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A change that waits for a pending subscription; the old payer and plan stay in force until it completes (SET-13).
 *
 * @param account the cloud account that shall pay
 * @param subscription the subscription that was asked for; none: whichever of the account's becomes active first
 * @param by who asked, and when
 * @param lapsesAt when it is given up
 */
public record WaitingChange(CloudAccountId account, Option<SubscriptionId> subscription, Request by, Instant lapsesAt) {

    /** Refuses nulls. */
    public WaitingChange {
        Required.value(account, "account");
        Required.option(subscription, "subscription");
        Required.value(by, "by");
        Required.value(lapsesAt, "lapsesAt");
    }

    boolean isFor(CloudAccountId other, Option<SubscriptionId> asked) {
        return account.equals(other) && subscription.equals(asked);
    }
}
