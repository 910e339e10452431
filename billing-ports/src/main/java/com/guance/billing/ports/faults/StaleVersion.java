package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/** Another transaction was first: what this one read is no longer so, and nothing of it was written. */
public final class StaleVersion extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what the aggregate or record that has moved
     */
    public StaleVersion(String what) {
        this(what, null);
    }

    /**
     * Makes the fault of what the store said.
     *
     * @param what the aggregate or record that has moved
     * @param cause the store's own exception, if there is one
     */
    public StaleVersion(String what, @Nullable Throwable cause) {
        super("a newer version exists of " + what, cause);
    }
}
