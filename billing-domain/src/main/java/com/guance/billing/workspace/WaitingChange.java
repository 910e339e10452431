package com.guance.billing.workspace;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * A change that waits for a pending subscription; the old payer and plan stay in force until it completes (SET-13).
 *
 * @param account the cloud account that shall pay
 * @param subscription the subscription that was asked for, and with it any life of its customer; none: whichever of the account's becomes active first
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

    /** Whether a subscription may pay for it: any if none was asked for by name, else any life of the customer named (END-6). */
    boolean mayBePaidBy(SubscriptionId active) {
        return subscription.forAll(asked -> Subscription.areOfOneCustomer(asked, active));
    }

    boolean isFor(CloudAccountId other, Option<SubscriptionId> asked) {
        return account.equals(other) && subscription.equals(asked);
    }
}
