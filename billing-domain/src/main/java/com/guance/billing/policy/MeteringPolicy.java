package com.guance.billing.policy;

import java.time.Duration;

/**
 * The pipeline's times.
 *
 * @param grace MET-3, how long after its end an hour stays open; not negative, default 10 minutes
 * @param futureTolerance MET-1, how far ahead of the clock a charge may lie; not negative, default 5 minutes
 */
public record MeteringPolicy(Duration grace, Duration futureTolerance) {

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if a duration is negative
     */
    public MeteringPolicy {
        if (grace.isNegative() || futureTolerance.isNegative()) {
            throw new IllegalArgumentException("grace and future tolerance must not be negative");
        }
    }

    /** The documented defaults. */
    public static MeteringPolicy defaults() {
        return new MeteringPolicy(Duration.ofMinutes(10), Duration.ofMinutes(5));
    }
}
