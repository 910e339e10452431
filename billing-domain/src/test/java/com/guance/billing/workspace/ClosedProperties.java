package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.SettlementRefusal.FullyLocked;
import com.guance.billing.workspace.SettlementRefusal.WorkspaceClosed;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClosedProperties {

    private static final Buyer BUYER = Life.active();
    private static final Buyer ENDED = BUYER.hears(Kind.ENDING, Life.day(1));
    private static final Buyer BACK = ENDED.hears(Kind.ACTIVATED, Life.day(30));
    private static final Instant DEADLINE = Life.day(15);
    private static final Policies UNLOCKABLE =
            World.POLICIES.withLocking(World.LOCKING.withAfterCountdown(AfterCountdown.UNLOCKABLE));

    @Property
    @Label("SET-9 DIS-1 ARR-8 what is closed refuses every change, moves no more, and hears of nothing")
    void closed(@ForAll("closedOnes") Workspace closed, @ForAll("instants") Instant at) {
        Closure how = closed.closed().get();

        assertThat(closed.settle(Given.byBillingCenter(at), Life.around()).getLeft())
                .isEqualTo(new WorkspaceClosed(how));
        assertThat(closed.settle(BUYER.asked(at), Life.around(UNLOCKABLE)).getLeft())
                .isEqualTo(new WorkspaceClosed(how));
        assertThat(closed.dissolve(World.byOwner(at)).getLeft()).isEqualTo(new WorkspaceRefusal.WorkspaceClosed(how));
        assertThat(closed.lockedByStaff("why", World.LOCKING, World.byStaff(at)).getLeft())
                .isEqualTo(new WorkspaceRefusal.WorkspaceClosed(how));
        assertThat(Life.passes(closed, at).isNone()).isTrue();
        assertThat(Life.activates(closed, BACK).isNone()).isTrue();
        assertThat(Life.ends(closed, ENDED).isNone()).isTrue();
        assertThat(closed.lock(World.ARREARS, World.LOCKING, World.byClock(at)).isNone())
                .isTrue();
        assertThat(closed.ingestsAt(at, payerEnded -> true)).isFalse();
    }

    @Property
    @Label("SET-9 UNL-6 LOCK-3 from the deadline on every change is refused, to the nanosecond, noted or not")
    void fullyLocked(@ForAll("instants") Instant at, @ForAll boolean noted) {
        Workspace locked = Life.locked(ENDED);
        Workspace reached = noted ? Life.passes(locked, at).after() : locked;

        var answer = reached.settle(Given.byBillingCenter(at), Life.around());

        assertThat(answer.isLeft()).isEqualTo(!at.isBefore(DEADLINE));
        if (answer.isLeft()) {
            assertThat(answer.getLeft()).isEqualTo(new FullyLocked(DEADLINE));
        }
    }

    @Example
    @Label("SET-9 LOCK-3 the last nanosecond of the countdown is still in time")
    void lastNanosecond() {
        Workspace locked = Life.locked(ENDED);

        assertThat(locked.settle(Given.byBillingCenter(DEADLINE.minusNanos(1)), Life.around())
                        .isRight())
                .isTrue();
        assertThat(locked.settle(Given.byBillingCenter(DEADLINE), Life.around()).getLeft())
                .isEqualTo(new FullyLocked(DEADLINE));
    }

    @Property
    @Label("UNL-6 SET-9 where the policy allows it, a fully locked workspace becomes usable again")
    void unlockable(@ForAll("instants") Instant at) {
        Workspace full = Life.passes(Life.locked(ENDED), Life.day(40)).after();

        Workspace back = full.settle(Given.byBillingCenter(at.plusSeconds(1)), Life.around(UNLOCKABLE))
                .get()
                .after();

        assertThat(full.phase()).isEqualTo(Phase.FULLY_LOCKED);
        assertThat(back.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(back.locks()).isEqualTo(Locks.none());
        assertThat(back.nextDue()).isEmpty();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }

    @Provide
    Arbitrary<Workspace> closedOnes() {
        Workspace dissolvedWhileWaiting =
                Life.settled(Life.awaiting(), Life.pending().asked(Life.day(1)));
        List<Workspace> open =
                List.of(Life.byBillingCenter(), Life.paidBy(BUYER), Life.locked(ENDED), dissolvedWhileWaiting);
        return Arbitraries.of(open)
                .map(workspace ->
                        workspace.dissolve(World.byOwner(Life.day(2))).get().after())
                .injectNull(0.2)
                .map(dissolved -> Option.of(dissolved)
                        .getOrElse(
                                () -> Life.passes(Life.awaiting(), Life.day(14)).after()));
    }
}
