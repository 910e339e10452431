package com.guance.billing.cloudaccount;

/** What keeps a registration although no subscription of the cloud account is active (END-7). */
public enum KeptFor {
    /** A buyer has landed, and the subscription is pending. */
    LANDING,
    /** A change waits for the account. */
    CHANGE
}
