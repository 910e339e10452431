package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LifeEvent.WorkspaceActivated;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrearsLockTest {

    private static final BillingCenterAccountId HOLDER = World.HOLDER.id();
    private static final Instant AT = Life.day(1);
    private static final Instant LATER = Life.day(2);

    @Test
    @DisplayName("LOCK-7 arrears lock what the account settles, once")
    void locks() {
        Change<Workspace> change = began(Life.byBillingCenter());

        assertThat(change.events())
                .containsExactly(new LockPlaced(
                        World.WORKSPACE, World.ARREARS, Countdown.from(AT, World.LOCKING), World.byClock(AT)));
        assertThat(began(change.after()).isNone()).isTrue();
        assertThat(change.after().bindings().inForce()).containsExactly(Life.BILLING_CENTER);
    }

    @Test
    @DisplayName("LOCK-7 what a living cloud account, another account, or nobody settles is not touched")
    void touchesNothingElse() {
        assertThat(began(Life.paidBy(Life.active())).isNone()).isTrue();
        assertThat(began(Life.awaiting()).isNone()).isTrue();
        assertThat(began(Life.experience()).isNone()).isTrue();
        assertThat(began(Life.locked(ended())).isNone()).isTrue();
        assertThat(Life.byBillingCenter()
                        .arrearsBegan(World.OTHER_HOLDER.id(), World.LOCKING, World.byClock(AT))
                        .isNone())
                .isTrue();
    }

    @Test
    @DisplayName("LOCK-7 registered with an account in arrears it is locked in the same step")
    void registered() {
        Change<Workspace> change = Workspace.register(
                        Given.form(), Given.byBillingCenter(AT), Life.around(Life.IN_ARREARS))
                .get();

        assertThat(change.events())
                .endsWith(
                        new WorkspaceActivated(World.WORKSPACE, AT, World.byOwner(AT)),
                        new LockPlaced(
                                World.WORKSPACE, World.ARREARS, Countdown.from(AT, World.LOCKING), World.byOwner(AT)));
        assertThat(change.after().phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("LOCK-7 UNL-1 LOCK-2 switching to it out of a lock, the arrears take over under the same countdown")
    void switching() {
        Workspace locked = Life.locked(ended());

        Change<Workspace> change = locked.settle(Given.byBillingCenter(LATER), Life.around(Life.IN_ARREARS))
                .get();

        assertThat(change.events())
                .containsExactly(
                        new SettlementMethodChanged(
                                World.WORKSPACE, Life.BILLING_CENTER, LATER, Option.none(), World.byOwner(LATER)),
                        new LockPlaced(
                                World.WORKSPACE,
                                World.ARREARS,
                                Countdown.from(AT, World.LOCKING),
                                World.byOwner(LATER)),
                        new LockReleased(World.WORKSPACE, ended().end(), World.byOwner(LATER)));
        assertThat(change.after().locks().causes()).containsExactly(World.ARREARS);
        assertThat(change.after().locks().countdown()).isEqualTo(locked.locks().countdown());
    }

    @Test
    @DisplayName("LOCK-7 a cloud account is no account in arrears: choosing it locks nothing")
    void choosingACloudAccount() {
        Change<Workspace> change = Life.byBillingCenter()
                .settle(Life.active().asked(AT), Life.around(Life.IN_ARREARS))
                .get();

        assertThat(change.after().isLocked()).isFalse();
    }

    @Test
    @DisplayName("UNL-2 changing the method does not release it, and back again locks no second time")
    void changingDoesNotRelease() {
        Workspace locked = began(Life.byBillingCenter()).after();

        Workspace changed = locked.settle(Life.active().asked(LATER), Life.around(Life.IN_ARREARS))
                .get()
                .after();
        Buyer gone = Life.active().hears(Kind.ENDING, Life.day(3));
        Workspace back = Life.ends(changed, gone)
                .after()
                .settle(Given.byBillingCenter(Life.day(4)), Life.around(Life.IN_ARREARS))
                .get()
                .after();

        assertThat(changed.locks()).isEqualTo(locked.locks());
        assertThat(back.locks()).isEqualTo(locked.locks());
    }

    @Test
    @DisplayName("UNL-2 settled arrears release their lock and no other; UNL-6 not any more after the countdown")
    void settled() {
        Workspace locked = Life.lockedByStaff(began(Life.byBillingCenter()).after(), "abuse", LATER);

        Change<Workspace> change = settled(locked, LATER);

        assertThat(change.events())
                .containsExactly(new LockReleased(World.WORKSPACE, World.ARREARS, World.byClock(LATER)));
        assertThat(change.after().locks().causes()).hasSize(1).doesNotContain(World.ARREARS);
        assertThat(settled(change.after(), LATER).isNone()).isTrue();
        assertThat(settled(locked, Life.day(15).minusNanos(1)).isNone()).isFalse();
        assertThat(settled(locked, Life.day(15)).isNone()).isTrue();
        assertThat(settled(Life.passes(locked, Life.day(15)).after(), Life.day(15))
                        .isNone())
                .isTrue();
    }

    private static Buyer ended() {
        return Life.active().hears(Kind.ENDING, AT);
    }

    private static Change<Workspace> began(Workspace workspace) {
        return workspace.arrearsBegan(HOLDER, World.LOCKING, World.byClock(AT));
    }

    private static Change<Workspace> settled(Workspace workspace, Instant at) {
        return workspace.release(World.ARREARS, World.LOCKING, World.byClock(at));
    }
}
