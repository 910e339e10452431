package com.guance.billing.policy;

/** Whether a workspace can be unlocked after its countdown (UNL-6). */
public enum AfterCountdown {
    /** Never again: the default. */
    NO_RETURN,
    /** It can: usable again, its old data gone. */
    UNLOCKABLE
}
