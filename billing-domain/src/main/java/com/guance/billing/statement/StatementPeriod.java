package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.metering.MeteringHour;
import java.time.Duration;
import java.time.Instant;

/**
 * Whole hours of UTC that are told of together (ASK-1, ASK-2).
 *
 * @param from the first hour
 * @param until the hour after the last: later than {@code from}, at most 366 days
 */
public record StatementPeriod(MeteringHour from, MeteringHour until) {

    private static final long MOST_HOURS = 366 * 24L;

    /**
     * Checks the order and the length.
     *
     * @throws IllegalArgumentException if it is empty, or longer than 366 days
     */
    public StatementPeriod {
        Required.value(from, "from");
        Required.value(until, "until");
        if (from.compareTo(until) >= 0) {
            throw new IllegalArgumentException("a period ends after it starts");
        }
        if (Duration.between(from.start(), until.start()).toHours() > MOST_HOURS) {
            throw new IllegalArgumentException("a period has at most 366 days");
        }
    }

    /**
     * The hours between two instants.
     *
     * @param from the first instant, on the hour
     * @param until the instant after the last, on the hour
     * @return the period
     * @throws IllegalArgumentException if one is not on the hour, or the period is empty or too long
     */
    public static StatementPeriod of(Instant from, Instant until) {
        return new StatementPeriod(new MeteringHour(from), new MeteringHour(until));
    }

    /** Whether an hour is one of it. */
    public boolean contains(MeteringHour hour) {
        return from.compareTo(hour) <= 0 && hour.compareTo(until) < 0;
    }

    /** How many hours it has, 1…8784. */
    public int hours() {
        return indexOf(until);
    }

    /**
     * An hour by its place.
     *
     * @param index 0 for the first
     * @return the hour
     */
    public MeteringHour hour(int index) {
        return new MeteringHour(from.start().plus(Duration.ofHours(index)));
    }

    /**
     * The place of an hour.
     *
     * @param hour one of it, or the one after its last
     * @return 0 for the first
     */
    public int indexOf(MeteringHour hour) {
        return Math.toIntExact(Duration.between(from.start(), hour.start()).toHours());
    }
}
