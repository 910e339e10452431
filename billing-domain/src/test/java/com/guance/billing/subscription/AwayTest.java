package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is left of an end from which a subscription returned. */
class AwayTest {

    private static final Instant AWAY = World.START.plusSeconds(60);
    private static final Instant BACK = World.START.plusSeconds(120);

    private final Subscription active = Given.active(World.FIRST, World.START);
    private final Subscription undecided = hear(active, Kind.DEPROVISIONED, AWAY);
    private final Subscription returned = hear(undecided, Kind.ACTIVATED, BACK);

    @Test
    @DisplayName(
            "MET-7 END-6 it was active from its activation on, but not from the first sign of the end until its return")
    void wasActiveAt() {
        assertThat(active.wasActiveAt(World.START.minusNanos(1))).isFalse();
        assertThat(active.wasActiveAt(World.START)).isTrue();
        assertThat(active.wasActiveAt(BACK)).isTrue();
        assertThat(returned.wasActiveAt(World.START.minusNanos(1))).isFalse();
        assertThat(returned.wasActiveAt(World.START)).isTrue();
        assertThat(returned.wasActiveAt(AWAY.minusNanos(1))).isTrue();
        assertThat(returned.wasActiveAt(AWAY)).isFalse();
        assertThat(returned.wasActiveAt(BACK.minusNanos(1))).isFalse();
        assertThat(returned.wasActiveAt(BACK)).isTrue();
        assertThat(undecided.wasActiveAt(World.START)).isFalse();
        assertThat(hear(returned, Kind.DEPROVISIONED, BACK.plusSeconds(60)).wasActiveAt(BACK))
                .isFalse();
    }

    @Test
    @DisplayName(
            "END-3 MET-2 usage is metered again since the freeze of an undecided end, until all workspaces have resumed")
    void resumedFrom() {
        assertThat(active.resumedFrom()).isEmpty();
        assertThat(undecided.resumedFrom()).isEmpty();
        assertThat(returned.resumedFrom()).containsExactly(AWAY);
        assertThat(returned.cascadeCompleted(World.byClock(BACK)).after().resumedFrom())
                .isEmpty();
        Subscription awayAgain = hear(returned, Kind.DEPROVISIONED, BACK.plusSeconds(60));
        assertThat(hear(awayAgain, Kind.ACTIVATED, BACK.plusSeconds(120)).resumedFrom())
                .containsExactly(AWAY);
    }

    @Test
    @DisplayName("END-3 MET-2 nothing is of an end that was decided: its workspaces were bound to nobody")
    void decided() {
        Duration late = World.ENDING.waits().status().plusSeconds(60);
        Subscription decided = undecided.advance(AWAY.plus(late)).after();
        assertThat(decided.endHeard()).isNotEmpty();
        assertThat(hear(decided, Kind.ACTIVATED, AWAY.plus(late)).resumedFrom()).isEmpty();
    }

    private static Subscription hear(Subscription before, Kind kind, Instant ownTime) {
        return Given.hear(before, new Sign(kind, ownTime), ownTime);
    }
}
