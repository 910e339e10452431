package com.guance.billing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class TariffProperties {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Dimension LOGS = new Dimension("logs");

    @Property(tries = 1000)
    @Label("MET-1 a fee becomes units and money again without loss, or is refused; it is never rounded")
    void losesNothing(@ForAll("fees") Fee fee, @ForAll("rates") Rate rate) {
        Tariff tariff = new Tariff(USD, Map.of(fee.item(), rate));

        Either<TariffRefusal, Charge.Usage> usage = tariff.usage(fee);

        Statistics.label("carried").collect(usage.isRight()).coverage(of -> {
            of.check(true).count(n -> n > 0);
            of.check(false).count(n -> n > 0);
        });
        if (usage.isRight()) {
            assertThat(usage.get().dimension()).isEqualTo(rate.dimension());
            assertThat(tariff.amount(fee.item(), usage.get().quantity())).isEqualTo(Either.right(fee.amount()));
        } else {
            assertThat(usage.getLeft()).isEqualTo(new TariffRefusal.OutOfRange(fee, rate));
            BigDecimal units = fee.amount().divide(rate.unitPrice()).stripTrailingZeros();
            assertThat(units.scale() > 12 || units.precision() - units.scale() > 15)
                    .isTrue();
        }
    }

    @Property(tries = 300)
    @Label("MET-1 what was charged comes to money and back to the same quantity")
    void backToUnits(@ForAll("quantities") Quantity quantity, @ForAll("rates") Rate rate) {
        Tariff tariff = new Tariff(USD, Map.of("item", rate));
        BigDecimal amount = tariff.amount("item", quantity).get();

        assertThat(amount.divide(rate.unitPrice())).isEqualByComparingTo(quantity.value());
    }

    @Example
    @Label("MET-1 a cent a unit: 12.34 is 1234 units")
    void example() {
        Tariff tariff = new Tariff(USD, Map.of("item", new Rate(LOGS, new BigDecimal("0.01"))));

        assertThat(tariff.usage(new Fee("item", new BigDecimal("12.340"), USD)))
                .isEqualTo(Either.right(new Charge.Usage(LOGS, Quantity.of("1234"))));
        assertThat(tariff.usage(new Fee("item", new BigDecimal("0"), USD)))
                .isEqualTo(Either.right(new Charge.Usage(LOGS, Quantity.ZERO)));
        assertThat(tariff.amount("item", Quantity.of("1E+5"))).isEqualTo(Either.right(new BigDecimal("1000")));
    }

    @Example
    @Label("MET-9 the fee is taken as billed: to the last of its digits, and nothing taken off it")
    void asBilled() {
        Tariff tariff = new Tariff(USD, Map.of("item", new Rate(LOGS, new BigDecimal("0.08"))));

        assertThat(tariff.usage(new Fee("item", new BigDecimal("9.999999999999"), USD))
                        .isLeft())
                .isTrue();
        assertThat(tariff.usage(new Fee("item", new BigDecimal("9.990001"), USD)))
                .isEqualTo(Either.right(new Charge.Usage(LOGS, Quantity.of("124.8750125"))));
        assertThat(tariff.amount("item", Quantity.of("124.8750125")))
                .isEqualTo(Either.right(new BigDecimal("9.990001")));
        assertThat(tariff.dimensions()).containsExactly(LOGS);
    }

    @Example
    @Label("MET-1 currencies never mix, and an unknown item is not guessed")
    void refusals() {
        Tariff tariff = new Tariff(USD, Map.of("item", new Rate(LOGS, BigDecimal.ONE)));

        assertThat(tariff.usage(new Fee("item", BigDecimal.ONE, CNY)).getLeft())
                .isEqualTo(new TariffRefusal.OtherCurrency(USD, CNY));
        assertThat(tariff.usage(new Fee("other", BigDecimal.ONE, USD)).getLeft())
                .isEqualTo(new TariffRefusal.ItemUnknown("other"));
        assertThat(tariff.amount("other", Quantity.ZERO).getLeft()).isEqualTo(new TariffRefusal.ItemUnknown("other"));
        assertThat(List.of(
                        new TariffRefusal.ItemUnknown("other"),
                        new TariffRefusal.OtherCurrency(USD, CNY),
                        new TariffRefusal.OutOfRange(
                                new Fee("item", BigDecimal.ONE, USD), new Rate(LOGS, BigDecimal.ONE))))
                .extracting(refusal -> refusal.<String>fold(no -> "item", no -> "currency", no -> "range"))
                .containsExactly("item", "currency", "range");
    }

    @Example
    @Label("MET-1 a fee at the edge of what a charge carries")
    void edges() {
        Tariff tariff = new Tariff(USD, Map.of("item", new Rate(LOGS, new BigDecimal("0.01"))));
        BigDecimal most = new BigDecimal("9999999999999.999999999999");

        assertThat(tariff.usage(new Fee("item", most, USD)).isRight()).isTrue();
        assertThat(tariff.usage(new Fee("item", new BigDecimal("10000000000000"), USD))
                        .isLeft())
                .isTrue();
    }

    @Example
    @Label("MET-1 a price that some amounts cannot be divided by to an end is refused when the tariff is made")
    void prices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rate(LOGS, new BigDecimal("0.03")))
                .withMessageContaining("prime factors");
        for (String wrong : List.of("0", "-1", "0.000000001", "1E24")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Rate(LOGS, new BigDecimal(wrong)));
        }
        assertThat(new Rate(LOGS, new BigDecimal("0.250")).unitPrice()).isEqualTo(new BigDecimal("0.25"));
    }

    @Example
    @Label("MET-1 a malformed fee cannot be made")
    void malformedFees() {
        for (String wrong : List.of("-0.01", "0.0000000000001", "1000000000000000", "1E999999999", "1E-999999999")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Fee("item", new BigDecimal(wrong), USD));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Fee(" ", BigDecimal.ONE, USD));
        assertThat(new Fee("item", new BigDecimal("999999999999999.999999999999"), USD).amount())
                .isEqualTo("999999999999999.999999999999");
        assertThat(new Fee("item", new BigDecimal("1E2"), USD).amount()).hasToString("100");
    }

    @Provide
    Arbitrary<Fee> fees() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("999999999999999"))
                .ofScale(12)
                .map(amount -> new Fee("item", amount, USD));
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999999999"))
                .ofScale(12)
                .map(Quantity::new);
    }

    @Provide
    Arbitrary<Rate> rates() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 8))
                .as((twos, fives, scale) -> new Rate(
                        LOGS,
                        BigDecimal.valueOf(2)
                                .pow(twos)
                                .multiply(BigDecimal.valueOf(5).pow(fives))
                                .scaleByPowerOfTen(-scale)));
    }
}
