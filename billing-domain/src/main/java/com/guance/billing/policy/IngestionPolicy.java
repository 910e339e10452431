package com.guance.billing.policy;

/** Whether the product takes data in while a workspace is locked and its countdown runs (LOCK-5). */
@FunctionalInterface
public interface IngestionPolicy {

    /**
     * Whether data is taken in during the countdown. After it none ever is (LOCK-3).
     *
     * @param payerEnded whether the end of the subscription that paid is among the causes
     * @return whether data is taken in
     */
    boolean duringCountdown(boolean payerEnded);

    /** The default: data is taken in, but never after the subscription that paid has ended. */
    static IngestionPolicy unlessPayerEnded() {
        return payerEnded -> !payerEnded;
    }
}
