package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testing.Life;
import com.guance.billing.testing.World;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhaseTest {

    @Test
    @DisplayName("ARR-7 ARR-8 END-5 LOCK-2 LOCK-3 DIS-1 a life reaches every phase")
    void everyPhase() {
        Set<Phase> reached = Stream.concat(
                        Lives.all().stream(),
                        Lives.all().stream()
                                .map(it -> Life.passes(it, Life.day(100)).after()))
                .map(Workspace::phase)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Phase.class)));

        assertThat(reached).containsExactlyInAnyOrder(Phase.values());
    }

    @Test
    @DisplayName("LOCK-1 LOCK-2 a lock stands over every other phase but the end")
    void lockedFirst() {
        assertThat(Lives.all())
                .filteredOn(it -> it.closed().isEmpty())
                .map(it -> Life.lockedByStaff(it, "more", Life.day(3)).phase())
                .containsOnly(Phase.LOCKED);
    }

    @Test
    @DisplayName("DIS-1 LOCK-3 dissolved when fully locked it is dissolved")
    void dissolvedFirst() {
        Workspace full = Life.passes(Life.lockedByStaff(Life.byBillingCenter(), "why", World.START), Life.day(14))
                .after();

        assertThat(full.phase()).isEqualTo(Phase.FULLY_LOCKED);
        assertThat(full.dissolve(World.byStaff(Life.day(14))).get().after().phase())
                .isEqualTo(Phase.DISSOLVED);
    }
}
