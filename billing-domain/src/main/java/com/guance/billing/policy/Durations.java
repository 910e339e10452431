package com.guance.billing.policy;

import java.time.Duration;

/** Checks of durations. */
final class Durations {

    private Durations() {}

    static void positive(Duration duration, String what) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be positive, not " + duration);
        }
    }
}
