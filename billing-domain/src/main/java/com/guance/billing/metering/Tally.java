package com.guance.billing.metering;

import com.guance.billing.Required;

/**
 * How many there are of something that was charged, and how much of it.
 *
 * @param count how many, at least 0
 * @param quantity of them all, whatever their dimensions: enough to see whether it grows, not to bill by
 */
public record Tally(long count, Quantity quantity) {

    /** None. */
    public static final Tally NONE = new Tally(0, Quantity.ZERO);

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Tally {
        Required.value(quantity, "quantity");
        if (count < 0) {
            throw new IllegalArgumentException("nobody counts less than nothing");
        }
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(count + other.count, quantity.plus(other.quantity));
    }
}
