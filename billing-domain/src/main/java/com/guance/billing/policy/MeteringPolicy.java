package com.guance.billing.policy;

import com.guance.billing.Required;
import java.time.Duration;

/**
 * The pipeline's times, and what a record shows.
 *
 * @param grace MET-3, how long after its end an hour stays open; not negative, default 10 minutes
 * @param futureTolerance MET-1, how far ahead of the clock a charge may lie; not negative, default 5 minutes
 * @param lateness MET-7, how late a charge may come and still be metered, afterwards it is unsettled; positive, default 90 days
 * @param attribution MET-5, how a record shows whose usage it was
 */
public record MeteringPolicy(
        Duration grace, Duration futureTolerance, Duration lateness, AttributionPolicy attribution) {

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if a duration is negative, or the lateness not positive
     */
    public MeteringPolicy {
        Required.value(grace, "grace");
        Required.value(futureTolerance, "futureTolerance");
        Required.value(lateness, "lateness");
        Required.value(attribution, "attribution");
        if (grace.isNegative() || futureTolerance.isNegative()) {
            throw new IllegalArgumentException("grace and future tolerance must not be negative");
        }
        Durations.positive(lateness, "lateness");
    }

    /** The documented defaults. */
    public static MeteringPolicy defaults() {
        return new MeteringPolicy(
                Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofDays(90), AttributionPolicy.defaults());
    }

    /** The same with another grace. */
    public MeteringPolicy withGrace(Duration other) {
        return new MeteringPolicy(other, futureTolerance, lateness, attribution);
    }

    /** The same with another tolerance of the future. */
    public MeteringPolicy withFutureTolerance(Duration other) {
        return new MeteringPolicy(grace, other, lateness, attribution);
    }

    /** The same with another lateness. */
    public MeteringPolicy withLateness(Duration other) {
        return new MeteringPolicy(grace, futureTolerance, other, attribution);
    }

    /** The same with another attribution. */
    public MeteringPolicy withAttribution(AttributionPolicy other) {
        return new MeteringPolicy(grace, futureTolerance, lateness, other);
    }
}
