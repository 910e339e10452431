package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached, or gave up the transaction; nothing of it was written, unless the commit itself was cut off. */
public final class StoreUnavailable extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what what broke
     * @param cause why, if known
     */
    public StoreUnavailable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
