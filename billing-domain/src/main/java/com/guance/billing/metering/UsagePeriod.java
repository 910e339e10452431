package com.guance.billing.metering;

import com.guance.billing.Required;
import java.time.Instant;

/**
 * When usage happened.
 *
 * @param from its first instant
 * @param until the instant after its last; later than {@code from}
 */
public record UsagePeriod(Instant from, Instant until) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the period is empty
     */
    public UsagePeriod {
        Required.value(from, "from");
        Required.value(until, "until");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a usage period ends after it starts");
        }
    }

    /** The last instant inside the period: the charge's own (MET-1). */
    public Instant lastInstant() {
        return until.minusNanos(1);
    }

    /** Whether a change at this instant cuts the period in two. */
    boolean isCutAt(Instant change) {
        return from.isBefore(change) && change.isBefore(until);
    }
}
