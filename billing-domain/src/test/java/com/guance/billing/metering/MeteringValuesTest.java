package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small values of the metering, at their edges. */
class MeteringValuesTest {

    @Test
    @DisplayName(
            "MET-3 MET-4 there is something to make a record of while a workspace or the subscription brings anything")
    void gathered() {
        assertThat(new Gathered(List.of(), Quantity.ZERO).isEmpty()).isTrue();
        assertThat(new Gathered(List.of(), Quantity.of("0.5")).isEmpty()).isFalse();
        assertThat(new Gathered(List.of(Metering.share("a", "0.5", "0")), Quantity.ZERO).isEmpty())
                .isFalse();
        assertThat(new Gathered(List.of(Metering.share("a", "0", "1")), Quantity.whole(1)).isEmpty())
                .isFalse();
    }

    @Test
    @DisplayName("SUB-6 a correction concerns all of a product, or those of a dimension, of a reason, or of both")
    void heldRecords() {
        HeldRecords all = HeldRecords.of(World.PRODUCT);

        assertThat(all).isEqualTo(new HeldRecords(World.PRODUCT, Option.none(), Option.none()));
        assertThat(all.ofDimension(Metering.HOSTS))
                .isEqualTo(new HeldRecords(World.PRODUCT, Option.some(Metering.HOSTS), Option.none()));
        assertThat(all.heldFor("why")).isEqualTo(new HeldRecords(World.PRODUCT, Option.none(), Option.some("why")));
        assertThat(all.heldFor("why").ofDimension(Metering.HOSTS))
                .isEqualTo(all.ofDimension(Metering.HOSTS).heldFor("why"))
                .isEqualTo(new HeldRecords(World.PRODUCT, Option.some(Metering.HOSTS), Option.some("why")));
    }

    @Test
    @DisplayName("tallies add up, counts and quantities, and nobody counts less than nothing")
    void tallies() {
        Tally two = new Tally(2, Quantity.of("1.5"));

        assertThat(two.plus(new Tally(3, Quantity.of("0.25")))).isEqualTo(new Tally(5, Quantity.of("1.75")));
        assertThat(two.plus(Tally.NONE)).isEqualTo(two);
        assertThat(new Tally(0, Quantity.ZERO)).isEqualTo(Tally.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(-1, Quantity.ZERO));
    }

    @Test
    @DisplayName("MET-1 MET-4 FIN-1 what is not a whole unit of a quantity is its fraction, to the last digit")
    void fractions() {
        assertThat(Quantity.of("7.000000000001").fraction()).isEqualTo(Quantity.of("0.000000000001"));
        assertThat(Quantity.of("0.5").fraction()).isEqualTo(Quantity.of("0.5"));
        assertThat(Quantity.whole(7).fraction()).isEqualTo(Quantity.ZERO);
        assertThat(Quantity.ZERO.fraction()).isEqualTo(Quantity.ZERO);
    }

    @Test
    @DisplayName("MET-1 numbers up to the edges are quantities, and not beyond them")
    void quantities() {
        assertThat(List.of("0", "0.000000000001", "9".repeat(26), "9".repeat(26) + "." + "9".repeat(12), "1E25"))
                .allMatch(text -> Quantity.canBe(new BigDecimal(text)));
        assertThat(List.of("-1", "0.0000000000001", "1" + "0".repeat(26), "1E2147483647"))
                .noneMatch(text -> Quantity.canBe(new BigDecimal(text)));
    }

    @Test
    @DisplayName("MET-5 letters and digits to the last stay as they are, their neighbours are escaped")
    void allowed() {
        assertThat(TagValue.of("azAZ09@/:")).isEqualTo("azAZ09@/:");
        assertThat(TagValue.of("`{[;")).isEqualTo("=60=7B=5B=3B");
    }

    @Test
    @DisplayName("MET-5 256 characters stay as they are, of more the end is the text's SHA-256")
    void longest() {
        assertThat(TagValue.of("a".repeat(256))).isEqualTo("a".repeat(256));
        assertThat(TagValue.of("a".repeat(257)))
                .isEqualTo("a".repeat(190) + "=." + "e8d95cc2b4bc198c54b40bd214df958afb65f5e73d2c2eafe0593cf5c635c1f0");
    }

    @Test
    @DisplayName("MET-9 a semicolon is refused wherever it stands, a name is missed before its text is read")
    void notes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Notes(Map.of("name", ";text")))
                .withMessage("a note has no semicolon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notes.parse("=text"))
                .withMessageStartingWith("a note's name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notes.parse("text"))
                .withMessage("a note is a name, an equals sign, and a text");
    }
}
