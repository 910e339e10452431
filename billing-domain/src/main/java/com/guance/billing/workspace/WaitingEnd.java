package com.guance.billing.workspace;

/** What became of a change that waited (SET-13). Unless it completed, the month is given back. */
public enum WaitingEnd {
    /** Its subscription is active, and pays. */
    COMPLETED,
    /** A rule refused it when it was to complete. */
    REFUSED,
    /** Withdrawn by the Owner or the holder. */
    WITHDRAWN,
    /** Another change was asked for. */
    REPLACED,
    /** It waited for too long. */
    LAPSED,
    /** The customer could not subscribe (ARR-8). */
    SUBSCRIPTION_FAILED,
    /** The registration of its cloud account was released (END-7). */
    RELEASED,
    /** The workspace was dissolved (DIS-1). */
    DISSOLVED
}
