package com.guance.billing.metering;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import java.util.Map;

/**
 * Where every charge of a cloud account and dimension stands (INV-7).
 *
 * @param account the cloud account
 * @param dimension the dimension
 * @param charged all that was taken
 * @param standing where it stands now; what is missing is zero
 */
public record Books(CloudAccountId account, Dimension dimension, Quantity charged, Map<Standing, Quantity> standing) {

    /** Where a quantity may stand. */
    public enum Standing {
        /** Billed by the marketplace. */
        ACCEPTED,
        /**
         * In an open hour, in a record that is made or sent, or in whole units that wait for the next record: they were returned, or cut off
         * at the most that a record takes (MET-4, MET-7).
         */
        WAITING,
        /** In a record that waits for a person. */
        HELD,
        /** In a record of which nobody can tell whether it was billed. */
        DISPUTED,
        /** Remainders, each below one unit, of a workspace and meter or the subscription's own: carried into the next record (MET-4). */
        CARRIED,
        /** Kept, reported, and billed to nobody. */
        UNSETTLED,
        /** The fraction that was left when its subscription's final hour was closed, and is billed to nobody (FIN-1). */
        FORFEITED
    }

    /** Takes a copy. */
    public Books {
        Required.value(account, "account");
        Required.value(dimension, "dimension");
        Required.value(charged, "charged");
        standing = Required.map(standing, "standing");
    }

    /** What stands there. */
    public Quantity of(Standing where) {
        return standing.getOrDefault(where, Quantity.ZERO);
    }

    /** Whether all that was charged stands somewhere, once (INV-7). */
    public boolean areBalanced() {
        return charged.equals(standing.values().stream().reduce(Quantity.ZERO, Quantity::plus));
    }
}
