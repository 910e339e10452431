package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Forms;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockCause.Administrative;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.WorkspaceRefusal.FullyLocked;
import com.guance.billing.workspace.WorkspaceRefusal.NotForThisActor;
import com.guance.billing.workspace.WorkspaceRefusal.NotLockedFor;
import com.guance.billing.workspace.WorkspaceRefusal.WorkspaceClosed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StaffLockTest {

    private static final Instant AT = Life.day(1);
    private static final Instant LATER = Life.day(2);
    private static final Instant DEADLINE = Life.day(15);
    private static final Administrative ABUSE = new Administrative("abuse", new UserId("staff"));

    private final Workspace locked = Life.lockedByStaff(Life.byBillingCenter(), "abuse", AT);

    @Test
    @DisplayName("LOCK-1 UNL-3 staff lock with a reason, once")
    void locks() {
        Change<Workspace> change = Life.byBillingCenter()
                .lockedByStaff("abuse", World.LOCKING, World.byStaff(AT))
                .get();

        assertThat(change.events())
                .containsExactly(
                        new LockPlaced(World.WORKSPACE, ABUSE, Countdown.from(AT, World.LOCKING), World.byStaff(AT)));
        assertThat(locked.lockedByStaff("abuse", World.LOCKING, World.byStaff(LATER))
                        .get()
                        .isNone())
                .isTrue();
    }

    @Test
    @DisplayName("UNL-3 nobody but staff locks or releases: neither Owner, nor holder, nor clock")
    void onlyStaff() {
        for (Request by : List.of(World.byOwner(AT), World.byHolder(AT), World.byClock(AT), World.byMarketplace(AT))) {
            assertThat(Life.byBillingCenter()
                            .lockedByStaff("abuse", World.LOCKING, by)
                            .getLeft())
                    .isEqualTo(new NotForThisActor(by.by()));
            assertThat(locked.releasedByStaff(ABUSE, World.LOCKING, by).getLeft())
                    .isEqualTo(new NotForThisActor(by.by()));
        }
    }

    @Test
    @DisplayName("LOCK-1 a reason is a text of 1 to 256 characters, which every database keeps")
    void reasons() {
        String longest = Forms.NON_BMP.repeat(256);
        Request by = World.byStaff(AT);

        assertThat(Life.lockedByStaff(Life.byBillingCenter(), longest, AT).isLocked())
                .isTrue();
        for (String why : List.of("", " ", longest + "x", "\u0000", Forms.LONE_SURROGATE)) {
            assertThatThrownBy(() -> Life.byBillingCenter().lockedByStaff(why, World.LOCKING, by))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("UNL-3 any of the staff releases it; LOCK-1 of two reasons one stays")
    void releases() {
        Request colleague = new Request(new Actor.Staff(new UserId("colleague")), LATER);
        Workspace twice = Life.lockedByStaff(locked, "debts", LATER);

        Change<Workspace> change =
                twice.releasedByStaff(ABUSE, World.LOCKING, colleague).get();

        assertThat(change.events()).containsExactly(new LockReleased(World.WORKSPACE, ABUSE, colleague));
        assertThat(change.after().locks().causes()).containsExactly(new Administrative("debts", new UserId("staff")));
    }

    @Test
    @DisplayName("UNL-3 LOCK-1 what does not lock is not released")
    void notLocked() {
        Administrative other = new Administrative("other", new UserId("staff"));

        assertThat(locked.releasedByStaff(other, World.LOCKING, World.byStaff(LATER))
                        .getLeft())
                .isEqualTo(new NotLockedFor(other));
    }

    @Test
    @DisplayName("UNL-3 UNL-6 after the countdown not even by staff, unless the policy allows it")
    void fullyLocked() {
        var unlockable = World.LOCKING.withAfterCountdown(AfterCountdown.UNLOCKABLE);

        assertThat(locked.releasedByStaff(ABUSE, World.LOCKING, World.byStaff(DEADLINE.minusNanos(1)))
                        .isRight())
                .isTrue();
        assertThat(locked.releasedByStaff(ABUSE, World.LOCKING, World.byStaff(DEADLINE))
                        .getLeft())
                .isEqualTo(new FullyLocked(DEADLINE));
        assertThat(Life.passes(locked, DEADLINE)
                        .after()
                        .releasedByStaff(ABUSE, unlockable, World.byStaff(DEADLINE))
                        .get()
                        .after()
                        .phase())
                .isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("UNL-3 SET-9 a dissolved workspace is neither locked nor released")
    void closed() {
        Workspace dissolved = locked.dissolve(World.byOwner(LATER)).get().after();
        WorkspaceClosed refusal = new WorkspaceClosed(Closure.DISSOLVED);

        assertThat(dissolved
                        .lockedByStaff("more", World.LOCKING, World.byStaff(LATER))
                        .getLeft())
                .isEqualTo(refusal);
        assertThat(dissolved
                        .releasedByStaff(ABUSE, World.LOCKING, World.byStaff(LATER))
                        .getLeft())
                .isEqualTo(refusal);
    }

    @Test
    @DisplayName("UNL-3 UNL-1 neither a new payer nor subscribing again releases it")
    void nothingElseReleases() {
        var ended = Life.active().hears(Kind.ENDING, AT);
        Workspace both = Life.lockedByStaff(Life.locked(ended), "abuse", AT);

        assertThat(Life.settled(both, Given.byBillingCenter(LATER)).locks().causes())
                .containsExactly(ABUSE);
        assertThat(Life.activates(both, ended.hears(Kind.ACTIVATED, LATER))
                        .after()
                        .locks()
                        .causes())
                .containsExactly(ABUSE);
    }
}
