package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.policy.IngestionPolicy;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IngestionTest {

    private static final IngestionPolicy DEFAULT = World.LOCKING.ingestion();
    private static final IngestionPolicy ALWAYS = payerEnded -> true;
    private static final IngestionPolicy NEVER = payerEnded -> false;
    private static final Instant DEADLINE = Life.day(15);

    private final Buyer buyer = Life.active();
    private final Workspace paid = Life.paidBy(buyer);
    private final Workspace ended = Life.locked(buyer.hears(Kind.ENDING, Life.day(1)));
    private final Workspace byStaff = Life.lockedByStaff(paid, "abuse", Life.day(1));

    @Test
    @DisplayName("LOCK-5 unlocked, data is taken in, whatever the policy for a countdown")
    void unlocked() {
        assertThat(paid.ingestsAt(Life.day(100), NEVER)).isTrue();
    }

    @Test
    @DisplayName("LOCK-5 during a countdown it is by default, but never when the payer has ended")
    void countdown() {
        assertThat(byStaff.ingestsAt(Life.day(1), DEFAULT)).isTrue();
        assertThat(ended.ingestsAt(Life.day(1), DEFAULT)).isFalse();
        assertThat(Life.lockedByStaff(ended, "abuse", Life.day(2)).ingestsAt(Life.day(2), DEFAULT))
                .isFalse();
    }

    @Test
    @DisplayName("LOCK-5 another policy decides otherwise")
    void policy() {
        assertThat(byStaff.ingestsAt(Life.day(2), NEVER)).isFalse();
        assertThat(ended.ingestsAt(Life.day(2), ALWAYS)).isTrue();
    }

    @Test
    @DisplayName("LOCK-3 LOCK-6 from the deadline on it never is, to the nanosecond, noted or not, whatever the policy")
    void fullyLocked() {
        assertThat(byStaff.ingestsAt(DEADLINE.minusNanos(1), DEFAULT)).isTrue();
        assertThat(byStaff.ingestsAt(DEADLINE, ALWAYS)).isFalse();
        assertThat(ended.ingestsAt(DEADLINE.minusNanos(1), ALWAYS)).isTrue();
        assertThat(Life.passes(byStaff, DEADLINE).after().ingestsAt(DEADLINE, ALWAYS))
                .isFalse();
    }

    @Test
    @DisplayName("LOCK-5 ARR-8 neither awaiting a subscription nor dissolved, whatever the policy")
    void notActive() {
        Workspace dissolved = paid.dissolve(World.byOwner(Life.day(1))).get().after();

        assertThat(Life.awaiting().ingestsAt(Life.day(1), ALWAYS)).isFalse();
        assertThat(dissolved.ingestsAt(Life.day(1), ALWAYS)).isFalse();
    }

    @Test
    @DisplayName("LOCK-5 END-5 between two agreements, unlocked, it is")
    void awaitingSuccessor() {
        Workspace between =
                Life.ends(paid, buyer.hears(Kind.SUPERSEDED, Life.day(1))).after();

        assertThat(between.ingestsAt(Life.day(1), DEFAULT)).isTrue();
    }

    @Test
    @DisplayName("LOCK-5 unlocked again, data is taken in again")
    void again() {
        Buyer back = buyer.hears(Kind.ENDING, Life.day(1)).hears(Kind.ACTIVATED, Life.day(2));

        assertThat(Life.activates(ended, back).after().ingestsAt(Life.day(2), DEFAULT))
                .isTrue();
    }
}
