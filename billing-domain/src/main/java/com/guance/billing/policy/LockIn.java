package com.guance.billing.policy;

/** What a workspace may change to while the subscription that pays for it lives (SET-7). To another cloud account it never may. */
public enum LockIn {
    /** To nothing: the default. */
    STRICT,
    /** To the Billing Center. */
    BILLING_CENTER_ALLOWED
}
