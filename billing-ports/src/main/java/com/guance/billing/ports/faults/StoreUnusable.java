package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/** The store is there, but holds what this version cannot read, or lacks its schema. */
public final class StoreUnusable extends Fault.GiveUp {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what what broke
     * @param cause why, if known
     */
    public StoreUnusable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
