package com.guance.billing.inmemory.marketplace;

/** Where a buyer's subscription to the product stands on the marketplace. */
public enum SubscriptionState {
    /** Never subscribed; a registration token may have been issued all the same. */
    NONE,
    /** Alive: usage is accepted. */
    SUBSCRIBED,
    /** Cancelled, in its one final hour: usage is still accepted, and the buyer may yet return. */
    ENDING,
    /** Over: usage answers {@code CustomerNotSubscribed} until the buyer subscribes anew. */
    ENDED
}
