package com.guance.billing.inmemory.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One AWS account and its subscription: none, then subscribed; cancelled, it has one final hour in which it may come back as
 * the same subscription; after that a new subscription starts anew, under the same customer identifier.
 */
final class Buyer {

    static final Duration FINAL_HOUR = Duration.ofHours(1);

    private final String awsAccountId;
    private final String customerIdentifier;
    private SubscriptionState state = SubscriptionState.NONE;
    private @Nullable Instant start;
    private @Nullable Instant end;
    private boolean freeTrial;
    private boolean suspended;

    Buyer(String awsAccountId, String customerIdentifier) {
        this.awsAccountId = awsAccountId;
        this.customerIdentifier = customerIdentifier;
    }

    void subscribe(Instant now, boolean withFreeTrial) {
        if (state != SubscriptionState.ENDING) {
            start = now;
        }
        state = SubscriptionState.SUBSCRIBED;
        end = null;
        freeTrial = withFreeTrial;
    }

    void cancel(Instant now) {
        if (state != SubscriptionState.SUBSCRIBED) {
            throw new IllegalStateException("nothing to cancel: account " + awsAccountId + " is " + state);
        }
        state = SubscriptionState.ENDING;
        end = now.plus(FINAL_HOUR);
    }

    /** When the final hour was over, if it is over at {@code now} and nobody has said so yet. */
    Optional<Instant> endedBy(Instant now) {
        return Optional.ofNullable(end)
                .filter(at -> state == SubscriptionState.ENDING)
                .filter(at -> !now.isBefore(at));
    }

    void over() {
        state = SubscriptionState.ENDED;
    }

    void suspend(boolean suspend) {
        suspended = suspend;
    }

    /** Subscribed or in the final hour, and in good standing with AWS. */
    boolean canBeMetered() {
        return !suspended && (state == SubscriptionState.SUBSCRIBED || state == SubscriptionState.ENDING);
    }

    boolean startedAfter(Instant timestamp) {
        return start != null && start.isAfter(timestamp);
    }

    String customerIdentifier() {
        return customerIdentifier;
    }

    SubscriptionState state() {
        return state;
    }

    boolean freeTrial() {
        return freeTrial;
    }
}
