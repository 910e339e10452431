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
 * @param most MET-10, what is more than the host believes
 */
public record MeteringPolicy(
        Duration grace, Duration futureTolerance, Duration lateness, AttributionPolicy attribution, Most most) {

    /**
     * What is more than the host believes.
     *
     * @param charge a charge of more units is refused; 1–10<sup>15</sup>, default 10<sup>12</sup>
     * @param record a record of more units is not sent until staff release it; 0–2147483647, default 2147483647: none is
     */
    public record Most(long charge, long record) {

        private static final long CHARGE = 1_000_000_000_000_000L;

        /**
         * Checks both.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Most {
            if (charge < 1 || charge > CHARGE || record < 0 || record > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a charge has at most 1-" + CHARGE + " units, a record 0-" + Integer.MAX_VALUE);
            }
        }
    }

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if a duration is negative, or the lateness not positive
     */
    public MeteringPolicy {
        Required.value(most, "most");
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
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                Duration.ofDays(90),
                AttributionPolicy.defaults(),
                new Most(1_000_000_000_000L, Integer.MAX_VALUE));
    }

    /** The same with another grace. */
    public MeteringPolicy withGrace(Duration other) {
        return new MeteringPolicy(other, futureTolerance, lateness, attribution, most);
    }

    /** The same with another tolerance of the future. */
    public MeteringPolicy withFutureTolerance(Duration other) {
        return new MeteringPolicy(grace, other, lateness, attribution, most);
    }

    /** The same with another lateness. */
    public MeteringPolicy withLateness(Duration other) {
        return new MeteringPolicy(grace, futureTolerance, other, attribution, most);
    }

    /** The same with another attribution. */
    public MeteringPolicy withAttribution(AttributionPolicy other) {
        return new MeteringPolicy(grace, futureTolerance, lateness, other, most);
    }

    /** The same with other limits of charges and records. */
    public MeteringPolicy withMost(Most other) {
        return new MeteringPolicy(grace, futureTolerance, lateness, attribution, other);
    }
}
