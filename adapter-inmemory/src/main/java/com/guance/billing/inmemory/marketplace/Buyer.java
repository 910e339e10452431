package com.guance.billing.inmemory.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One AWS account and its subscription: none, then subscribed; cancelled, it has one final hour in which it may come back as
 * the same subscription; after that a new subscription starts anew, under the same customer identifier.
 */
final class Buyer {

    private final String awsAccountId;
    private final String customerIdentifier;
    private @Nullable Life life;
    private boolean freeTrial;
    private boolean suspended;

    Buyer(String awsAccountId, String customerIdentifier) {
        this.awsAccountId = awsAccountId;
        this.customerIdentifier = customerIdentifier;
    }

    /** The life that begins, or goes on. */
    Life subscribe(Instant now, boolean withFreeTrial) {
        freeTrial = withFreeTrial;
        if (life == null || life.state() == SubscriptionState.ENDED) {
            life = new Life(now);
        } else {
            life.goOn();
        }
        return life;
    }

    void cancel(Instant now) {
        if (life == null) {
            throw new IllegalStateException("nothing to cancel: account " + awsAccountId + " never subscribed");
        }
        life.cancel(now);
    }

    void suspend(boolean suspend) {
        suspended = suspend;
    }

    boolean isSuspended() {
        return suspended;
    }

    /** Of the subscription in the legacy scheme, the last one if there were several; null before the first. */
    @Nullable
    Life life() {
        return life;
    }

    String awsAccountId() {
        return awsAccountId;
    }

    String customerIdentifier() {
        return customerIdentifier;
    }

    SubscriptionState state() {
        return life == null ? SubscriptionState.NONE : life.state();
    }

    boolean freeTrial() {
        return freeTrial;
    }
}
