package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.testing.Some;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuantityProperties {

    @Property(tries = 300)
    @Label("MET-1 a quantity is what was written, to the last digit, however it was written")
    void exact(@ForAll("quantities") Quantity quantity) {
        BigDecimal value = quantity.value();

        assertThat(Quantity.of(value.toString())).isEqualTo(quantity);
        assertThat(Quantity.of(quantity.toString())).isEqualTo(quantity);
        assertThat(Quantity.of(value.toEngineeringString())).isEqualTo(quantity);
        assertThat(new Quantity(value.setScale(value.scale() + 5, RoundingMode.UNNECESSARY)))
                .isEqualTo(quantity)
                .hasSameHashCodeAs(quantity);
    }

    @Property(tries = 300)
    @Label("MET-1 sums and differences are exact")
    void arithmetic(@ForAll("quantities") Quantity one, @ForAll("quantities") Quantity other) {
        Quantity sum = one.plus(other);

        assertThat(sum.value()).isEqualByComparingTo(one.value().add(other.value()));
        assertThat(sum).isEqualTo(other.plus(one));
        assertThat(sum.minus(other)).isEqualTo(one);
        assertThat(one.plus(Quantity.ZERO)).isEqualTo(one);
        assertThat(one.minus(one).isZero()).isTrue();
        assertThat(one.compareTo(other)).isEqualTo(one.value().compareTo(other.value()));
    }

    @Property(tries = 200)
    @Label("MET-1 nothing is less than zero")
    void neverNegative(@ForAll("quantities") Quantity one) {
        Quantity more = one.plus(Quantity.of("0.000000000001"));

        assertThatIllegalArgumentException().isThrownBy(() -> one.minus(more));
        assertThat(more.isZero()).isFalse();
    }

    @Property(tries = 300)
    @Label("MET-4 the whole units of a quantity leave less than one unit")
    void wholeUnits(@ForAll("payable") Quantity quantity) {
        Quantity rest = quantity.minus(Quantity.whole(quantity.wholeUnits()));

        assertThat(rest).isLessThan(Quantity.whole(1));
    }

    @Property
    @Label("MET-1 digits beyond 12 decimals, or 26 before the point, are refused, not rounded")
    void range(@ForAll("tooLong") String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(text));
    }

    @Example
    @Label("MET-1 the range to its edges")
    void edges() {
        String longest = "9".repeat(26) + "." + "9".repeat(12);

        assertThat(Quantity.of(longest)).hasToString(longest);
        assertThat(Quantity.of("1E25")).hasToString("1" + "0".repeat(25));
        assertThat(Quantity.of("1E-12")).hasToString("0.000000000001");
        assertThat(Quantity.of("1.5000000000000000000000")).hasToString("1.5");
        assertThat(Quantity.of("-0")).isEqualTo(Quantity.ZERO);
        assertThat(Quantity.of("0E99")).isEqualTo(Quantity.ZERO);
        assertThat(Quantity.of("100")).isEqualTo(Quantity.whole(100)).isEqualTo(Quantity.of("1E2"));
        assertThat(Quantity.of("1.0" + "0".repeat(61))).isEqualTo(Quantity.whole(1));
    }

    @Example
    @Label("MET-1 whole units beyond a long are cut to one, not wrapped")
    void manyUnits() {
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);

        assertThat(Quantity.of(most.toString()).wholeUnits()).isEqualTo(Long.MAX_VALUE);
        assertThat(Quantity.of(most.add(BigInteger.ONE).toString()).wholeUnits())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Quantity.of("9".repeat(26)).wholeUnits()).isEqualTo(Long.MAX_VALUE);
    }

    @Example
    @Label("MET-1 what is no number, or too long a text to look at, is refused")
    void noNumbers() {
        for (String bad : List.of("", " ", "1,5", "NaN", "0x1", "1e", "1".repeat(65))) {
            assertThatThrownBy(() -> Quantity.of(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("0".repeat(65)))
                .withMessageContaining("64");
        assertThat(Quantity.of("0".repeat(64))).isEqualTo(Quantity.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.whole(-1));
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return Arbitraries.oneOf(Some.quantities(), Some.quantities("9".repeat(25)));
    }

    @Provide
    Arbitrary<Quantity> payable() {
        return Arbitraries.oneOf(Some.quantities(), Some.quantities("9".repeat(18)));
    }

    @Provide
    Arbitrary<String> tooLong() {
        return Arbitraries.of(
                "-1",
                "-0.000000000001",
                "0.0000000000001",
                "1E-13",
                "1.1234567890123",
                "1E26",
                "-1E26",
                "1" + "0".repeat(26),
                "9".repeat(27),
                "1E2147483647",
                "-1E2147483647",
                "9E2147483646",
                "1E-2147483647",
                "12345E999999999");
    }

    @Example
    @Label("MET-1 one charge has at most 15 digits before the point, so that sums stay in range")
    void chargeLimit() {
        Dimension hosts = new Dimension("hosts");
        Quantity most = Quantity.of("999999999999999.999999999999");

        assertThat(new Charge.Usage(hosts, most).quantity()).isEqualTo(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Charge.Usage(hosts, Quantity.of("1000000000000000")))
                .withMessage("one charge has at most 15 digits before the point");
    }
}
