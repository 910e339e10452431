package com.guance.billing.metering;

import com.guance.billing.Required;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A whole hour of UTC (MET-3).
 *
 * @param start its first instant
 */
public record MeteringHour(Instant start) implements Comparable<MeteringHour> {

    /**
     * Checks the start.
     *
     * @throws IllegalArgumentException if it is not on the hour
     */
    public MeteringHour {
        Required.value(start, "start");
        if (!start.equals(start.truncatedTo(ChronoUnit.HOURS))) {
            throw new IllegalArgumentException("a metering hour starts on the hour, not at " + start);
        }
    }

    /**
     * The hour of an instant.
     *
     * @param at any instant
     * @return the hour it lies in
     */
    public static MeteringHour of(Instant at) {
        return new MeteringHour(at.truncatedTo(ChronoUnit.HOURS));
    }

    /**
     * The last hour that is closed: over for at least the grace (MET-3).
     *
     * @param now the instant asked about
     * @param grace how long after its end an hour stays open
     * @return the hour; all before it are closed too
     */
    public static MeteringHour lastClosed(Instant now, Duration grace) {
        return of(now.minus(grace)).previous();
    }

    /** The hour after it. */
    public MeteringHour next() {
        return new MeteringHour(start.plus(1, ChronoUnit.HOURS));
    }

    /** The hour before it. */
    public MeteringHour previous() {
        return new MeteringHour(start.minus(1, ChronoUnit.HOURS));
    }

    @Override
    public int compareTo(MeteringHour other) {
        return start.compareTo(other.start);
    }
}
