package com.guance.billing.policy;

import com.guance.billing.Required;
import java.time.Duration;

/**
 * What happens to an event at which the host's listener throws (REL-4). After the first failed attempt it waits {@code first}, then
 * twice that, and so on up to {@code longest}; after {@code attempts} it is set aside. Later events of its aggregate wait behind it.
 *
 * @param attempts how many attempts fail until it is set aside; 1-1000, default 20: some 12 hours
 * @param first how long it waits after the first; positive, default 10 seconds
 * @param longest how long it waits at most; not shorter than the first, default 1 hour
 */
public record DeliveryPolicy(int attempts, Duration first, Duration longest) {

    /**
     * Checks all.
     *
     * @throws IllegalArgumentException if the attempts are not 1-1000, a wait is not positive, or the longest is shorter than the first
     */
    public DeliveryPolicy {
        Required.value(first, "first");
        Required.value(longest, "longest");
        if (attempts < 1 || attempts > 1_000) {
            throw new IllegalArgumentException("attempts are 1-1000, not " + attempts);
        }
        Durations.positive(first, "first wait");
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the longest wait is not shorter than the first");
        }
    }

    /** The documented defaults. */
    public static DeliveryPolicy defaults() {
        return new DeliveryPolicy(20, Duration.ofSeconds(10), Duration.ofHours(1));
    }

    /**
     * How long an event waits after a failed attempt.
     *
     * @param failed how many attempts have failed, at least 1
     */
    public Duration waitAfter(int failed) {
        Duration wait = first;
        for (int i = 1; i < failed && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
