package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/** The marketplace did not answer, or not legibly: whether it did what was asked is in doubt (SUB-1). */
public final class MarketplaceUnavailable extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what what broke
     * @param cause why, if known
     */
    public MarketplaceUnavailable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
