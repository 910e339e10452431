package com.guance.billing.policy;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * Which instants are possible.
 *
 * @param ownTimeAhead NOT-6, how far the own time of a notice may lie after its receipt; not negative, default 5 minutes
 */
public record TimePolicy(Duration ownTimeAhead) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public TimePolicy {
        if (ownTimeAhead.isNegative()) {
            throw new IllegalArgumentException("the lead of an own time must not be negative");
        }
    }

    /** The documented defaults. */
    public static TimePolicy defaults() {
        return new TimePolicy(Duration.ofMinutes(5));
    }

    /** The same with another lead of own times. */
    public TimePolicy withOwnTimeAhead(Duration other) {
        return new TimePolicy(other);
    }

    /**
     * What is wrong with the own time of a notice (NOT-6): one impossible time would make every later notice stale.
     *
     * @param ownTime by the marketplace's clock
     * @param receipt by ours
     * @return the problem; none if the time is possible
     */
    public Option<String> problem(Instant ownTime, Instant receipt) {
        if (ownTime.isBefore(EARLIEST)) {
            return Option.some("the own time " + ownTime + " lies before the year 2000");
        }
        return Option.when(
                ownTime.isAfter(receipt.plus(ownTimeAhead)),
                () -> "the own time " + ownTime + " lies more than " + ownTimeAhead + " after the receipt " + receipt);
    }
}
