package com.guance.billing.application;

import com.guance.billing.ports.driven.RetryPause;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.IntUnaryOperator;

/**
 * The default pause: of any length up to a bound that doubles with each race lost, from 2 ms up to 64 ms. An interrupted thread does
 * not pause any more; the interrupt stays set.
 */
final class JitteredPause implements RetryPause {

    private static final int FIRST_MILLIS = 2;
    private static final int DOUBLINGS = 5;

    private final IntUnaryOperator below;
    private final Sleeper sleeper;

    /**
     * Makes the pause.
     *
     * @param below returns a number from 0 on that is less than the one given
     * @param sleeper sleeps
     */
    JitteredPause(IntUnaryOperator below, Sleeper sleeper) {
        this.below = below;
        this.sleeper = sleeper;
    }

    /** Pauses of random lengths. */
    static JitteredPause of(SecureRandom random) {
        return new JitteredPause(random::nextInt, time -> Thread.sleep(time.toMillis()));
    }

    /** Sleeps, as a thread does. */
    @FunctionalInterface
    interface Sleeper {

        void sleep(Duration time) throws InterruptedException;
    }

    @Override
    public void before(int lost) {
        int longest = FIRST_MILLIS << Math.min(lost - 1, DOUBLINGS);
        try {
            sleeper.sleep(Duration.ofMillis(below.applyAsInt(longest) + 1L));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
