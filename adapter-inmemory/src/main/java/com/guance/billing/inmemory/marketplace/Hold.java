package com.guance.billing.inmemory.marketplace;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where a call waits until the test lets it go, so that others can overtake it. One hold may serve several calls; once released it
 * holds nobody any more.
 */
public final class Hold {

    private static final long LONGEST_SECONDS = 60;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Hold() {}

    /** A hold that nobody has reached. */
    public static Hold untilReleased() {
        return new Hold();
    }

    /**
     * Waits until a call is held, or was.
     *
     * @throws IllegalStateException if none comes within a minute, or the waiting is interrupted
     */
    public void awaitCall() {
        if (!isOpened(reached)) {
            throw new IllegalStateException("no call was held");
        }
    }

    /** Lets the held call go. */
    public void release() {
        released.countDown();
    }

    /** Waits for the release; a server that is stopped meanwhile drops the call's connection. */
    void hold(boolean afterTheWork) {
        reached.countDown();
        if (!isOpened(released)) {
            throw new ConnectionDroppedException(afterTheWork);
        }
    }

    private static boolean isOpened(CountDownLatch latch) {
        try {
            return latch.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
