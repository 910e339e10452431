package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/** The marketplace refuses us, not the request: credentials, region, account or product code are wrong. Nothing was done. */
public final class MarketplaceMisconfigured extends Fault.GiveUp {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what what broke
     * @param cause why, if known
     */
    public MarketplaceMisconfigured(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
