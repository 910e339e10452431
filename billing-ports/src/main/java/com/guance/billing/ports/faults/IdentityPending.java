package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/**
 * The marketplace knows the buyer, but not yet by the name that the product's form needs: a buyer may land seconds before its license
 * is known. The same token may be landed again soon (ARR-9). Nothing was stored.
 */
public final class IdentityPending extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what which name is missing
     * @param cause why, if known
     */
    public IdentityPending(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
