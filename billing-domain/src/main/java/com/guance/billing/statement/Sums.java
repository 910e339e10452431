package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Quantity;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was charged, and where the units of the same hours stand.
 *
 * @param charged all charges
 * @param standing the units of the records, the charges in none, and what was forfeited; never {@link Standing#CARRIED}
 */
public record Sums(Quantity charged, Map<Standing, Quantity> standing) {

    /** Nothing. */
    public static final Sums NONE = new Sums(Quantity.ZERO, Map.of());

    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException if something is carried: that is what {@link #carried} tells
     */
    public Sums {
        Required.value(charged, "charged");
        standing = Required.map(standing, "standing");
        if (standing.containsKey(Standing.CARRIED)) {
            throw new IllegalArgumentException("what is carried is the difference");
        }
    }

    /** What stands there; nothing is ever {@link Standing#CARRIED}. */
    public Quantity of(Standing where) {
        return standing.getOrDefault(where, Quantity.ZERO);
    }

    /**
     * What is carried on, less what was carried before: charged − all that stands. Below zero where fractions of other hours became
     * units of these; or, of a subscription's own, those that others have given it (MET-4).
     */
    public BigDecimal carried() {
        return standing.values().stream().map(Quantity::value).reduce(charged.value(), BigDecimal::subtract);
    }

    /** Both together. */
    public Sums plus(Sums other) {
        Map<Standing, Quantity> sum = new EnumMap<>(Standing.class);
        sum.putAll(standing);
        other.standing.forEach((where, quantity) -> sum.merge(where, quantity, Quantity::plus));
        return new Sums(charged.plus(other.charged), sum);
    }

    /** With more that was charged. */
    Sums charging(Quantity more) {
        return new Sums(charged.plus(more), standing);
    }

    /** With more that stands somewhere; nothing leaves no trace. */
    Sums standing(Standing where, Quantity more) {
        return more.isZero() ? this : plus(new Sums(Quantity.ZERO, Map.of(where, more)));
    }
}
