package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/**
 * The store can be reached, but gave up the transaction because it waited too long: for a lock that another transaction holds, or for
 * a statement. Nothing of it was written, and it is not repeated, for it would wait as long again (REL-3).
 */
public final class StoreBusy extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what what broke
     * @param cause why, if known
     */
    public StoreBusy(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
