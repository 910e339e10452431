package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.subscription.Product;
import java.time.Instant;

/**
 * Which records may be sent now, and in which order (SUB-2).
 *
 * @param product of which product
 * @param at now
 * @param urgentThrough records with this timestamp, or an older one, are near their deadline
 * @param turn with which subscription the round over all subscriptions begins; any number, 0 or more
 */
public record Sendable(Product product, Instant at, Instant urgentThrough, long turn) {

    /**
     * Checks the turn.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Sendable {
        Required.value(product, "product");
        Required.value(at, "at");
        Required.value(urgentThrough, "urgentThrough");
        if (turn < 0) {
            throw new IllegalArgumentException("a turn is 0 or more, not " + turn);
        }
    }
}
