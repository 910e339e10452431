package com.guance.billing.metering;

import com.guance.billing.Required;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose units a record holds, completely: what is shown to the buyer may be coarser (MET-5).
 *
 * @param byWorkspace in the order of workspace ids, one a workspace
 * @param other of the subscription's own remainder, which workspaces that left have given it (MET-4)
 */
public record Units(List<Allocation> byWorkspace, long other) {

    /**
     * Takes a copy and checks the number of others.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Units {
        byWorkspace = Required.list(byWorkspace, "byWorkspace");
        if (other < 0) {
            throw new IllegalArgumentException("units are not negative: " + other);
        }
    }

    /** All of them. */
    public long total() {
        return byWorkspace.stream().mapToLong(Allocation::units).sum() + other;
    }

    /** What is left when the first so many units are taken off, in the order of workspace ids, the own ones last. */
    Units beyond(long units) {
        List<Allocation> beyond = new ArrayList<>();
        long off = units;
        for (Allocation allocation : byWorkspace) {
            long here = Math.min(off, allocation.units());
            off -= here;
            if (here < allocation.units()) {
                beyond.add(new Allocation(allocation.workspace(), allocation.site(), allocation.units() - here));
            }
        }
        return new Units(beyond, other - Math.min(off, other));
    }
}
