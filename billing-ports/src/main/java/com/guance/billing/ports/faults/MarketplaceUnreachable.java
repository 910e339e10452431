package com.guance.billing.ports.faults;

import org.jspecify.annotations.Nullable;

/** The call failed before anything of it was sent: unknown host, refused connection, TLS handshake. Nothing was done (SUB-1). */
public final class MarketplaceUnreachable extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param what what broke
     * @param cause why, if known
     */
    public MarketplaceUnreachable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
