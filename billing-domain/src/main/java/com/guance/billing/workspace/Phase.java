package com.guance.billing.workspace;

/** Where a workspace stands in its life. */
public enum Phase {
    /** On the Experience Plan, settled by nobody (ARR-7). */
    EXPERIENCE,
    /** On the Commercial Plan, but its first subscription or another payer is still to come (ARR-8). */
    AWAITING_SUBSCRIPTION,
    /** Active, unlocked, and somebody pays. */
    ACTIVE,
    /** Active and unlocked, between an ended agreement and the one that follows it (END-5). */
    AWAITING_SUCCESSOR,
    /** Locked; the countdown runs (LOCK-2). */
    LOCKED,
    /** Locked, and the countdown is over (LOCK-3). */
    FULLY_LOCKED,
    /** Dissolved for ever (DIS-1). */
    DISSOLVED,
    /** Never activated, and given up for ever (ARR-8). */
    LAPSED;

    static Phase of(Workspace workspace) {
        if (workspace.closed().isDefined()) {
            return workspace.closed().contains(Closure.LAPSED) ? LAPSED : DISSOLVED;
        } else if (workspace.isLocked()) {
            return workspace.locks().isOver() ? FULLY_LOCKED : LOCKED;
        } else if (workspace.plan() == Plan.EXPERIENCE) {
            return EXPERIENCE;
        } else if (workspace.activeSince().isEmpty()) {
            return AWAITING_SUBSCRIPTION;
        }
        return workspace.successor().isDefined() ? AWAITING_SUCCESSOR : ACTIVE;
    }
}
