package com.guance.billing.metering;

/** What became of a charge that was not refused. */
public enum Intake {
    /** Taken; it will be metered. */
    TAKEN,
    /** Taken, but nobody can be billed for it: reported as unsettled (END-8). */
    TAKEN_UNSETTLED,
    /** The same charge was taken before; nothing happened. */
    TAKEN_BEFORE
}
