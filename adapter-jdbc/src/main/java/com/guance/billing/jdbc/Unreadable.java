package com.guance.billing.jdbc;

import com.guance.billing.ports.faults.UnreadableEntry.Reason;

/** A stored text that is not what is stored there; which entry it belongs to is known to whoever reads it (REL-1). */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Without the text, and without a cause that may repeat it. */
    Unreadable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
