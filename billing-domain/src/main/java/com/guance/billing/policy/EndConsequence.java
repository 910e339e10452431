package com.guance.billing.policy;

/** What the end of a subscription brings to the workspaces that it paid for (END-2, END-9). */
public enum EndConsequence {
    /** They are locked until someone pays. */
    LOCK,
    /** They are locked, and <em>unlock now</em> settles them through the Billing Center unless their cloud account pays again. */
    LOCK_THEN_BILLING_CENTER,
    /** The Billing Center pays from then on, with a notice and without a lock. */
    BILLING_CENTER
}
