package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdleHoursTest {

    private static final MeteringHour FIRST = Metering.HOUR;
    private static final MeteringHour SECOND = FIRST.next();
    private static final MeteringHour THIRD = SECOND.next();
    private static final MeteringHour FOURTH = THIRD.next();

    private final IdleHours three = of(FIRST, THIRD);

    @Test
    @DisplayName("MET-8 the hours, in order, the first and the last of them too")
    void hours() {
        assertThat(three.hours()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(of(FIRST, FIRST).hours()).containsExactly(FIRST);
        assertThat(of(SECOND, FIRST).hours()).isEmpty();
    }

    @Test
    @DisplayName("MET-8 SUB-10 those before an hour: not that hour itself, and no more than there were")
    void until() {
        assertThat(three.until(THIRD)).isEqualTo(of(FIRST, SECOND));
        assertThat(three.until(SECOND)).isEqualTo(of(FIRST, FIRST));
        assertThat(three.until(FOURTH)).isEqualTo(three);
        assertThat(three.until(FOURTH.next())).isEqualTo(three);
        assertThat(three.until(FIRST).hours()).isEmpty();
    }

    @Test
    @DisplayName("MET-8 SUB-10 those from an hour on: that hour too, and no more than there were")
    void since() {
        assertThat(three.since(SECOND)).isEqualTo(of(SECOND, THIRD));
        assertThat(three.since(THIRD)).isEqualTo(of(THIRD, THIRD));
        assertThat(three.since(FIRST)).isEqualTo(three);
        assertThat(three.since(FIRST.previous())).isEqualTo(three);
        assertThat(three.since(FOURTH).hours()).isEmpty();
    }

    @Test
    @DisplayName("MET-8 SUB-10 before and from an hour on are all of them, each once")
    void parted() {
        for (MeteringHour moves : List.of(FIRST.previous(), FIRST, SECOND, THIRD, FOURTH, FOURTH.next())) {
            assertThat(three.until(moves).hours()).allMatch(hour -> hour.compareTo(moves) < 0);
            assertThat(three.since(moves).hours()).allMatch(hour -> hour.compareTo(moves) >= 0);
            assertThat(three.until(moves).hours().size()
                            + three.since(moves).hours().size())
                    .isEqualTo(3);
        }
    }

    @Test
    @DisplayName("MET-8 there is nothing to look for without hours, or without dimensions")
    void none() {
        assertThat(three.areNone()).isFalse();
        assertThat(of(FIRST, FIRST).areNone()).isFalse();
        assertThat(of(SECOND, FIRST).areNone()).isTrue();
        assertThat(new IdleHours(World.PRODUCT, IdentityForm.LEGACY, Set.of(), FIRST, THIRD).areNone())
                .isTrue();
    }

    @Test
    @DisplayName("MET-8 what was asked for stays as it was asked for")
    void copies() {
        Set<Dimension> dimensions = new HashSet<>(Set.of(Metering.HOSTS));
        IdleHours asked = new IdleHours(World.PRODUCT, IdentityForm.LICENSE, dimensions, FIRST, THIRD);
        dimensions.clear();

        assertThat(asked.dimensions()).containsExactly(Metering.HOSTS);
        assertThat(asked.until(SECOND).form()).isEqualTo(IdentityForm.LICENSE);
        assertThat(asked.since(SECOND).dimensions()).containsExactly(Metering.HOSTS);
    }

    private static IdleHours of(MeteringHour from, MeteringHour through) {
        return new IdleHours(World.PRODUCT, IdentityForm.LEGACY, Set.of(Metering.HOSTS), from, through);
    }
}
