package com.guance.billing.inmemory.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of one subscription or license: it begins once, is cancelled, and has one final hour before it is over. */
final class Life {

    static final Duration FINAL_HOUR = Duration.ofHours(1);

    private final Instant start;
    private @Nullable Instant cancelled;
    private boolean over;

    Life(Instant start) {
        this.start = start;
    }

    void cancel(Instant now) {
        if (state() != SubscriptionState.SUBSCRIBED) {
            throw new IllegalStateException("nothing to cancel: it is " + state());
        }
        cancelled = now;
    }

    /** Takes a cancellation back, in the final hour. */
    void goOn() {
        cancelled = null;
    }

    /** When the final hour was over, if it is over at {@code now} and nobody has said so yet. */
    Optional<Instant> endedBy(Instant now) {
        return Optional.ofNullable(cancelled)
                .filter(at -> !over)
                .map(at -> at.plus(FINAL_HOUR))
                .filter(end -> !now.isBefore(end));
    }

    void over() {
        over = true;
    }

    SubscriptionState state() {
        if (over) {
            return SubscriptionState.ENDED;
        }
        return cancelled == null ? SubscriptionState.SUBSCRIBED : SubscriptionState.ENDING;
    }

    boolean startedAfter(Instant timestamp) {
        return start.isAfter(timestamp);
    }

    /** Whether usage of this instant was not of this life: before its start, or not before it was cancelled. */
    boolean isWithout(Instant timestamp) {
        return startedAfter(timestamp) || (cancelled != null && !timestamp.isBefore(cancelled));
    }
}
