package com.guance.billing.policy;

/** What subscribing again means to the workspaces that the end of an earlier subscription locked (END-6). */
public enum Resubscription {
    /** They are bound and unlocked by themselves: the default. */
    RESTORES,
    /** They stay locked until someone chooses who pays. */
    LEAVES_LOCKED
}
