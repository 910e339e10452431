package com.guance.billing.policy;

/** When the end of a subscription unbinds and locks (END-3). */
public enum EndMoment {
    /** At the first sign of the end: the default. */
    FIRST_SIGN,
    /** When the end is final; until then an ending subscription pays on, but takes no new workspace. */
    FINAL_SIGN
}
