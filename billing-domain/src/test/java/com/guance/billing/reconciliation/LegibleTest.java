package com.guance.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.metering.MeteringHour;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LegibleTest {

    private static final Legible.BadLine BAD = new Legible.BadLine(7, "no line");

    @Test
    @DisplayName("ASK-3 several files are one list, with the gaps of each and the first thousand problems")
    void all() {
        Set<MeteringHour> hours = Set.of(MeteringHour.of(Sides.START));
        Legible<String> one =
                new Legible<>(List.of("a"), Collections.nCopies(600, BAD), 700, new Gaps(false, hours, Set.of()), 1, 2);
        Legible<String> two = new Legible<>(
                List.of("b"), Collections.nCopies(600, BAD), 600, new Gaps(false, Set.of(), Set.of("k")), 3, 4);

        assertThat(Legible.all(List.of(one, two)))
                .isEqualTo(new Legible<>(
                        List.of("a", "b"),
                        Collections.nCopies(1_000, BAD),
                        1_300,
                        new Gaps(false, hours, Set.of("k")),
                        4,
                        6));
        assertThat(Legible.all(List.of(one, new Legible<String>(List.of(), List.of(), 0, Gaps.EVERYWHERE, 0, 0)))
                        .gaps()
                        .everywhere())
                .isTrue();
        assertThat(Legible.all(List.<Legible<String>>of())).isEqualTo(Legible.of(List.of()));
    }

    @Test
    @DisplayName("ASK-3 more problems than are kept or counted are nonsense")
    void bounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Legible<>(List.of(), Collections.nCopies(1_001, BAD), 2_000, Gaps.NONE, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Legible<>(List.of(), List.of(BAD), 0, Gaps.NONE, 0, 0));
    }
}
