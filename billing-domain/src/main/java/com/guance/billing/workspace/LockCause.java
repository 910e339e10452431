package com.guance.billing.workspace;

import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;

/** Why a workspace is locked. Each cause has its own remedy, and no remedy helps against another cause (LOCK-1). */
public sealed interface LockCause {

    /**
     * The subscription that paid ended; released by having a payer again (UNL-1).
     *
     * @param subscription which
     */
    record SubscriptionEnded(SubscriptionId subscription) implements LockCause {}

    /** 欠费: its Billing Center account cannot pay; released when the arrears are settled (UNL-2). */
    record Arrears() implements LockCause {}

    /**
     * Staff locked it; released by staff only (UNL-3).
     *
     * @param why the reason given
     * @param staff who
     */
    record Administrative(String why, UserId staff) implements LockCause {}

    /** Whether having a payer again is its remedy (UNL-1). */
    default boolean isReleasedByAPayer() {
        return this instanceof SubscriptionEnded;
    }
}
