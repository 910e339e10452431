package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.metering.Dimension;
import java.math.BigDecimal;

/**
 * A dimension's account over a period: opening + charged = all that stands + closing, exactly.
 *
 * <p>What is carried is read at both ends from the remainders themselves, and never made to fit. It is below zero only where a late
 * charge made a record of an hour older than the last one, which took fractions of the later hours into its units (MET-7).
 *
 * @param dimension of what
 * @param opening what was carried into the period
 * @param sums what was charged in it, and where it stands
 * @param closing what is carried out of it
 */
public record Balance(Dimension dimension, BigDecimal opening, Sums sums, BigDecimal closing) {

    /**
     * Checks that it adds up.
     *
     * @throws IllegalArgumentException if it does not
     */
    public Balance {
        Required.value(dimension, "dimension");
        Required.value(opening, "opening");
        Required.value(sums, "sums");
        Required.value(closing, "closing");
        if (opening.add(sums.carried()).compareTo(closing) != 0) {
            throw new IllegalArgumentException(
                    dimension + " does not add up: " + opening + " and " + sums.carried() + " are not " + closing);
        }
    }
}
