package com.guance.billing.metering;

import com.guance.billing.Required;
import java.util.List;

/**
 * What is gathered for a record (MET-3, MET-4).
 *
 * @param shares what each workspace brings, one share a workspace
 * @param own the subscription's own remainder, which workspaces that left have given it
 */
public record Gathered(List<Share> shares, Quantity own) {

    /** Takes a copy. */
    public Gathered {
        shares = Required.list(shares, "shares");
        Required.value(own, "own");
    }

    /** Whether nothing was used: it is all carried (MET-8). */
    boolean isIdle() {
        return shares.stream().allMatch(share -> share.charged().isZero());
    }

    /** Whether there is nothing to make a record of. */
    public boolean isEmpty() {
        return shares.isEmpty() && own.isZero();
    }
}
