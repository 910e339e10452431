package com.guance.billing.tariff;

import com.guance.billing.Required;
import com.guance.billing.metering.Dimension;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What one unit of a dimension costs. Money can be converted into units and back without loss only if every amount divided by the
 * price has an end: so the price has no prime factors but 2 and 5, such as 0.01, 0.0005, 0.25 or 2.
 *
 * @param dimension the marketplace's dimension that the item is billed as
 * @param unitPrice the price of one unit as the marketplace lists it, more than 0, at most 8 decimals (AWS Marketplace seller guide)
 */
public record Rate(Dimension dimension, BigDecimal unitPrice) {

    private static final int DECIMALS = 8;
    private static final int MOST_DIGITS = 24;

    /**
     * Checks the price.
     *
     * @throws IllegalArgumentException if it is not more than 0, has too many digits, or does not divide every amount to an end
     */
    public Rate {
        Required.value(dimension, "dimension");
        Required.value(unitPrice, "unitPrice");
        if (unitPrice.signum() <= 0) {
            throw new IllegalArgumentException("a unit price is more than 0");
        }
        unitPrice = unitPrice.stripTrailingZeros();
        if (unitPrice.scale() > DECIMALS || unitPrice.precision() - (long) unitPrice.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("a unit price has at most 8 decimals and 24 digits before the point");
        }
        if (!dividesAll(unitPrice.unscaledValue())) {
            throw new IllegalArgumentException("a unit price of " + unitPrice.toPlainString()
                    + " cannot be divided by to an end: it may have no prime factors but 2 and 5");
        }
    }

    private static boolean dividesAll(BigInteger price) {
        BigInteger left = without(BigInteger.TWO, without(BigInteger.valueOf(5), price));
        return left.equals(BigInteger.ONE);
    }

    private static BigInteger without(BigInteger factor, BigInteger number) {
        BigInteger left = number;
        while (left.mod(factor).signum() == 0) {
            left = left.divide(factor);
        }
        return left;
    }
}
