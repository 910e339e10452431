package com.guance.billing.testkit;

import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Notes;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary usage: quantities, periods, charges. */
public final class ArbitraryUsage {

    private static final int DECIMALS = 12;
    private static final BigDecimal MOST_OF_A_CHARGE =
            BigDecimal.TEN.pow(15).subtract(BigDecimal.ONE.movePointLeft(DECIMALS));

    private ArbitraryUsage() {}

    /** Quantities of any size and precision that there is, so great that not many can be added up. */
    public static Arbitrary<Quantity> quantities() {
        return quantities(BigDecimal.TEN.pow(26).subtract(BigDecimal.ONE.movePointLeft(DECIMALS)));
    }

    /** Quantities as they come every day, up to some thousands; fractions of a unit more often than not. */
    public static Arbitrary<Quantity> everydayQuantities() {
        return Arbitraries.oneOf(quantities(new BigDecimal("2.5")), quantities(new BigDecimal("5000")));
    }

    /** Quantities from nothing to the most, with 0 to 12 decimals. */
    public static Arbitrary<Quantity> quantities(BigDecimal most) {
        return Arbitraries.integers().between(0, DECIMALS).flatMap(scale -> {
            BigInteger largest = most.movePointRight(scale).toBigInteger();
            return Arbitraries.bigIntegers()
                    .between(BigInteger.ZERO, largest)
                    .map(unscaled -> new Quantity(new BigDecimal(unscaled, scale)));
        });
    }

    /** Hours of UTC. */
    public static Arbitrary<MeteringHour> hours() {
        return ArbitraryValues.instants().map(MeteringHour::of);
    }

    /** Periods from a nanosecond to two days. */
    public static Arbitrary<UsagePeriod> periods() {
        return ArbitraryValues.instants().flatMap(ArbitraryUsage::periodsFrom);
    }

    /** Periods within an hour, to its very end. */
    public static Arbitrary<UsagePeriod> periodsIn(MeteringHour hour) {
        return Combinators.combine(
                        ArbitraryValues.durations(Duration.ofHours(1).minusNanos(1)), Arbitraries.of(true, false))
                .as((from, toTheEnd) -> new UsagePeriod(
                        hour.start().plus(from),
                        toTheEnd ? hour.next().start() : hour.start().plus(from).plusNanos(1)));
    }

    /** Dimensions. */
    public static Arbitrary<Dimension> dimensions() {
        return ArbitraryValues.texts(255).map(Dimension::new);
    }

    /** Charges. */
    public static Arbitrary<Charge> charges() {
        Arbitrary<Charge.Usage> usage =
                Combinators.combine(dimensions(), quantities(MOST_OF_A_CHARGE)).as(Charge.Usage::new);
        return Combinators.combine(
                        ArbitraryValues.texts(128), ArbitraryValues.workspaceIds(), usage, periods(), notes())
                .as(Charge::new);
    }

    /** Notes of a charge, often none. */
    public static Arbitrary<Notes> notes() {
        Arbitrary<String> names = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(" ._-")
                .ofMinLength(1)
                .ofMaxLength(32);
        Arbitrary<String> texts = ArbitraryValues.texts(128).filter(text -> text.indexOf(';') < 0);
        return Arbitraries.maps(names, texts).ofMaxSize(8).map(Notes::new);
    }

    private static Arbitrary<UsagePeriod> periodsFrom(Instant from) {
        return ArbitraryValues.durations(Duration.ofDays(2))
                .map(length -> new UsagePeriod(from, from.plus(length).plusNanos(1)));
    }
}
