package com.guance.billing.policy;

import com.guance.billing.Required;
import java.time.Duration;
import java.util.List;

/**
 * How records go out to a marketplace.
 *
 * @param retries SUB-7, SUB-9, when a record may be sent again
 * @param callsASecond SUB-7, calls of one publishing account and region within any second, over all nodes and products; 1–1000, default 10
 * @param bytesACall SUB-2, the records of one call take fewer bytes, unless it is one record alone; 1–950,000 (AWS takes less than a
 *     megabyte), default 90,000, so that CloudTrail keeps the whole call
 * @param suspicion SUB-5, when a customer who is not subscribed is taken to have ended
 * @param alarms SUB-8, FIN-2, when people are told that time runs out
 */
public record SubmittingPolicy(Retries retries, int callsASecond, int bytesACall, Suspicion suspicion, Alarms alarms) {

    private static final int MOST_BYTES = 950_000;
    private static final int BYTES = 90_000;

    /**
     * Checks rate and size.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public SubmittingPolicy {
        Required.value(retries, "retries");
        Required.value(suspicion, "suspicion");
        Required.value(alarms, "alarms");
        if (callsASecond < 1 || callsASecond > 1_000) {
            throw new IllegalArgumentException("calls a second are 1-1000, not " + callsASecond);
        }
        if (bytesACall < 1 || bytesACall > MOST_BYTES) {
            throw new IllegalArgumentException("bytes of a call are 1-950000, not " + bytesACall);
        }
    }

    /**
     * When a record may be sent again. After the first attempt in vain it waits {@code first}, then twice that, and so on up to
     * {@code longest}; of each wait up to the half is taken off, differently for each record.
     *
     * @param lease SUB-9, after an attempt left that no answer followed: longer than a run takes, so that a record is only taken over
     *     from a node that died; positive, default 2 minutes
     * @param first SUB-7, after the first attempt in vain; positive, default 10 seconds
     * @param longest SUB-7, at most; not shorter than the first, default 15 minutes
     */
    public record Retries(Duration lease, Duration first, Duration longest) {

        /**
         * Checks the times.
         *
         * @throws IllegalArgumentException if one is not positive, or the longest is shorter than the first
         */
        public Retries {
            Required.value(lease, "lease");
            Required.value(first, "first");
            Required.value(longest, "longest");
            Durations.positive(lease, "lease");
            Durations.positive(first, "first wait");
            if (longest.compareTo(first) < 0) {
                throw new IllegalArgumentException("the longest wait is not shorter than the first");
            }
        }
    }

    /**
     * When a customer of ours who is not subscribed, says the marketplace, is taken to have ended.
     *
     * @param probe how often a record is sent meanwhile; positive, default 1 hour
     * @param partOfWindow after this part of the marketplace's window it is an end: its window divided by 1–100, default 4
     * @param probes but not before so many probes were answered like the first record; 1–100, default 3
     */
    public record Suspicion(Duration probe, int partOfWindow, int probes) {

        /**
         * Checks all.
         *
         * @throws IllegalArgumentException if the time between probes is not positive, or a number is not 1–100
         */
        public Suspicion {
            Required.value(probe, "probe");
            Durations.positive(probe, "time between probes");
            part(partOfWindow);
            if (probes < 1 || probes > 100) {
                throw new IllegalArgumentException("probes are 1-100, not " + probes);
            }
        }

        /** How long it may last at a marketplace with such a window. */
        public Duration lasting(Duration window) {
            return window.dividedBy(partOfWindow);
        }
    }

    /**
     * When people are told that time runs out.
     *
     * @param partOfWindow SUB-8, a record has only this part of the marketplace's window left: its window divided by 1–100, default 2
     * @param last SUB-8, a record has only this time left; positive, default 1 hour
     * @param finalHour FIN-2, something of an ended subscription is still owed so long after its end; positive, default 1 hour
     */
    public record Alarms(int partOfWindow, Duration last, Duration finalHour) {

        /**
         * Checks all.
         *
         * @throws IllegalArgumentException if a time is not positive or the part not 1–100
         */
        public Alarms {
            Required.value(last, "last");
            Required.value(finalHour, "finalHour");
            part(partOfWindow);
            Durations.positive(last, "time of the last warning");
            Durations.positive(finalHour, "time of the final hour's alarm");
        }

        /** How much time a record has left when it is warned of, the first warning first. */
        public List<Duration> timesLeft(Duration window) {
            Duration part = window.dividedBy(partOfWindow);
            return part.compareTo(last) > 0 ? List.of(part, last) : List.of(last);
        }
    }

    /** The documented defaults. */
    public static SubmittingPolicy defaults() {
        return new SubmittingPolicy(
                new Retries(Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofMinutes(15)),
                10,
                BYTES,
                new Suspicion(Duration.ofHours(1), 4, 3),
                new Alarms(2, Duration.ofHours(1), Duration.ofHours(1)));
    }

    /** The same with other waits. */
    public SubmittingPolicy withRetries(Retries other) {
        return new SubmittingPolicy(other, callsASecond, bytesACall, suspicion, alarms);
    }

    /** The same with another rate. */
    public SubmittingPolicy withCallsASecond(int other) {
        return new SubmittingPolicy(retries, other, bytesACall, suspicion, alarms);
    }

    /** The same with another size of calls. */
    public SubmittingPolicy withBytesACall(int other) {
        return new SubmittingPolicy(retries, callsASecond, other, suspicion, alarms);
    }

    /** The same with another suspicion. */
    public SubmittingPolicy withSuspicion(Suspicion other) {
        return new SubmittingPolicy(retries, callsASecond, bytesACall, other, alarms);
    }

    /** The same with other alarms. */
    public SubmittingPolicy withAlarms(Alarms other) {
        return new SubmittingPolicy(retries, callsASecond, bytesACall, suspicion, other);
    }

    private static void part(int part) {
        if (part < 1 || part > 100) {
            throw new IllegalArgumentException("a part of the window is 1-100, not " + part);
        }
    }
}
