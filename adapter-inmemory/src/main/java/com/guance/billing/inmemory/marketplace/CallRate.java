package com.guance.billing.inmemory.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many calls of BatchMeterUsage a seller's account may make in one region, whatever it sells there (SUB-7): marketplaces that
 * share the rate throttle each other. Safe to share between threads.
 */
public final class CallRate {

    private static final int AWS_CALLS = 10;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final int calls;
    private final Deque<Instant> admitted = new ArrayDeque<>();

    private CallRate(int calls) {
        this.calls = calls;
    }

    /** AWS's own: 10 calls in any second of the marketplace's clock. While that stands still, no eleventh is admitted. */
    public static CallRate ofAws() {
        return new CallRate(AWS_CALLS);
    }

    /** No limit, for clocks that mostly stand still. */
    public static CallRate unlimited() {
        return new CallRate(Integer.MAX_VALUE);
    }

    /**
     * Counts a call; one that is refused does not count.
     *
     * @throws AwsException ThrottlingException
     */
    synchronized void admit(Instant now) {
        if (calls == Integer.MAX_VALUE) {
            return;
        }
        Instant secondAgo = now.minus(SECOND);
        admitted.removeIf(at -> !at.isAfter(secondAgo) || at.isAfter(now));
        if (admitted.size() >= calls) {
            throw AwsException.refused("ThrottlingException", "more than " + calls + " calls in a second");
        }
        admitted.add(now);
    }
}
