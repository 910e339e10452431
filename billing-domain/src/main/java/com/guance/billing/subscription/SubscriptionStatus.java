package com.guance.billing.subscription;

/** How far a subscription's life has come. <em>Alive</em> is active; <em>meterable</em> is active or ending (SET-4). */
public enum SubscriptionStatus {
    /** Seen, but the marketplace has not said that usage may be metered. */
    PENDING,
    /** Alive: may pay for workspaces. */
    ACTIVE,
    /** Its end has begun; only usage before the freeze may still be metered. */
    ENDING,
    /** Over for ever. */
    ENDED
}
