package com.guance.billing.metering;

import com.guance.billing.Required;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of a dimension's units (MET-1). Nothing in this library rounds it.
 *
 * @param value at least 0, at most 12 digits behind the point and 26 before it; trailing zeros do not count
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    /** Nothing. */
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    private static final int DECIMALS = 12;
    private static final int WHOLE_DIGITS = 26;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is negative or has too many digits
     */
    public Quantity {
        Required.value(value, "value");
        BigDecimal stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? withoutExponent(stripped) : stripped;
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a quantity is not negative");
        }
        if (value.scale() > DECIMALS || value.precision() - value.scale() > WHOLE_DIGITS) {
            throw new IllegalArgumentException("a quantity has at most 12 decimals and 26 digits before the point");
        }
    }

    /**
     * Reads a quantity.
     *
     * @param text a decimal number, such as {@code 12.5}
     * @return the quantity
     * @throws IllegalArgumentException if it is no number, negative or too long
     */
    public static Quantity of(String text) {
        if (text.length() > 64) {
            throw new IllegalArgumentException("a quantity has at most 64 characters");
        }
        return new Quantity(new BigDecimal(text));
    }

    /** Whether a number is in range. */
    static boolean canBe(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return number.signum() >= 0
                && stripped.scale() <= DECIMALS
                && stripped.precision() - (long) stripped.scale() <= WHOLE_DIGITS;
    }

    /**
     * Whole units.
     *
     * @param units at least 0
     * @return the quantity
     */
    public static Quantity whole(long units) {
        return new Quantity(BigDecimal.valueOf(units));
    }

    /** The exact sum. */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /**
     * The exact difference.
     *
     * @param other at most this quantity
     * @return what is left
     * @throws IllegalArgumentException if {@code other} is more
     */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    /** The whole units in it, at most {@link Long#MAX_VALUE}; the rest is a remainder to carry (MET-4). */
    public long wholeUnits() {
        return value.setScale(0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** What is not a whole unit of it. */
    public Quantity fraction() {
        return new Quantity(value.remainder(BigDecimal.ONE));
    }

    /** Whether it is nothing. */
    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }

    private static BigDecimal withoutExponent(BigDecimal stripped) {
        // as a long: the exponent of a hostile text is as great as an int can be
        if (stripped.precision() - (long) stripped.scale() > WHOLE_DIGITS) {
            throw new IllegalArgumentException("a quantity has at most 26 digits before the point");
        }
        return stripped.setScale(0, RoundingMode.UNNECESSARY);
    }
}
