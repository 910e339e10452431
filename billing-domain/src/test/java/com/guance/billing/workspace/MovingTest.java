package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.LifeEvent.WorkspaceMoved;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MovingTest {

    private static final Instant AT = Life.day(2);
    private static final Circumstances THERE = World.around(World.OTHER_HOLDER, World.ON_AWS);
    private static final ThroughBillingCenter OTHER = new ThroughBillingCenter(World.OTHER_HOLDER.id());
    private static final Buyer ENDED = Life.active().hears(Kind.ENDING, Life.day(1));

    @Test
    @DisplayName("SET-14 SET-10 moved: the new account holds and pays from then on, the old one paid until then")
    void moves() {
        Change<Workspace> change =
                moved(Life.byBillingCenter(), World.byOwner(AT)).get();

        assertThat(change.events())
                .containsExactly(new WorkspaceMoved(World.WORKSPACE, World.OTHER_HOLDER.id(), AT, World.byOwner(AT)));
        assertThat(change.after().registration().ownership().holder()).isEqualTo(World.OTHER_HOLDER.id());
        assertThat(change.after().bindings().all())
                .containsExactly(
                        new Binding(Life.BILLING_CENTER, World.START, Option.some(AT)),
                        new Binding(OTHER, AT, Option.none()));
        assertThat(change.after().monthUsed()).isEmpty();
    }

    @Test
    @DisplayName("SET-14 SET-10 by a clock that runs behind, the old account still paid from its start on, for no time")
    void clockBehind() {
        Request behind = World.byOwner(World.START.minusSeconds(1));

        assertThat(moved(Life.byBillingCenter(), behind)
                        .get()
                        .after()
                        .bindings()
                        .all())
                .containsExactly(
                        new Binding(Life.BILLING_CENTER, World.START, Option.some(World.START)),
                        new Binding(OTHER, World.START, Option.none()));
    }

    @Test
    @DisplayName("SET-14 what nobody settles yet moves, too")
    void movesUnbound() {
        Workspace awaiting = moved(Life.awaiting(), World.byOwner(AT)).get().after();

        assertThat(awaiting.phase()).isEqualTo(Phase.AWAITING_SUBSCRIPTION);
        assertThat(awaiting.bindings().all()).isEmpty();
        assertThat(moved(Life.experience(), World.byOwner(AT)).get().after().phase())
                .isEqualTo(Phase.EXPERIENCE);
    }

    @Test
    @DisplayName("SET-14 LOCK-7 moved to an account in arrears it is locked in the same step")
    void movesIntoArrears() {
        Circumstances arrears = new Circumstances(World.OTHER_HOLDER, Life.IN_ARREARS, THERE.site(), World.POLICIES);
        LockCause cause = new LockCause.Arrears(World.OTHER_HOLDER.id());

        Change<Workspace> change =
                Life.byBillingCenter().move(arrears, true, World.byOwner(AT)).get();

        assertThat(change.events())
                .last()
                .isEqualTo(
                        new LockPlaced(World.WORKSPACE, cause, Countdown.from(AT, World.LOCKING), World.byOwner(AT)));
        assertThat(Life.locked(ENDED)
                        .move(arrears, true, World.byOwner(AT))
                        .get()
                        .after()
                        .locks()
                        .causes())
                .containsExactly(ENDED.end());
    }

    @Test
    @DisplayName("SET-14 UNL-2 the arrears of the old account stay a lock until they are settled")
    void oldArrearsStay() {
        Workspace locked = Life.byBillingCenter()
                .arrearsBegan(World.HOLDER.id(), World.LOCKING, World.byClock(Life.day(1)))
                .after();

        assertThat(moved(locked, World.byOwner(AT)).get().after().locks()).isEqualTo(locked.locks());
    }

    @Test
    @DisplayName("SET-14 END-6 a subscription-ended lock stays, and subscribing again does not release it any more")
    void lockStays() {
        Workspace moved = moved(Life.locked(ENDED), World.byOwner(AT)).get().after();
        Buyer back = ENDED.hears(Kind.ACTIVATED, Life.day(3));

        assertThat(moved.locks()).isEqualTo(Life.locked(ENDED).locks());
        assertThat(moved.payerActivated(back.subscription(), back.account(), THERE)
                        .isNone())
                .isTrue();
        assertThat(moved.settle(Asked.billingCenter(World.byOwner(Life.day(3))), THERE)
                        .get()
                        .after()
                        .bindings()
                        .inForce())
                .containsExactly(OTHER);
    }

    @Test
    @DisplayName("SET-14 END-6 nor when it has come home since; what it loses afterwards returns as ever")
    void outAndBack() {
        Circumstances here = World.around(World.HOLDER, World.ON_AWS);
        Workspace moved = moved(Life.locked(ENDED), World.byOwner(AT)).get().after();
        Workspace home =
                moved.move(here, true, World.byOwner(Life.day(3))).get().after();
        Buyer back = ENDED.hears(Kind.ACTIVATED, Life.day(4));
        Workspace bound = home.settle(back.asked(Life.day(4)), here).get().after();
        Buyer again = back.hears(Kind.ENDING, Life.day(5));
        Workspace lost = bound.payerEnded(again.loss(World.ENDING), World.POLICIES.locking(), false)
                .after();
        Buyer returned = again.hears(Kind.ACTIVATED, Life.day(6));

        assertThat(home.payerActivated(back.subscription(), back.account(), here)
                        .isNone())
                .isTrue();
        assertThat(lost.isLocked()).isTrue();
        assertThat(lost.payerActivated(returned.subscription(), returned.account(), here)
                        .after()
                        .phase())
                .isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("SET-14 END-6 END-7 nor where the cloud account follows it to the other Billing Center account")
    void accountFollows() {
        Workspace moved = moved(Life.locked(ENDED), World.byOwner(AT)).get().after();
        CloudAccount followed = ENDED.account()
                .released(World.byHolder(AT))
                .get()
                .after()
                .claimedBy(World.OTHER_HOLDER, World.byOwner(AT))
                .get()
                .after();
        Buyer back = ENDED.with(followed).hears(Kind.ACTIVATED, Life.day(3));

        assertThat(moved.payerActivated(back.subscription(), back.account(), THERE)
                        .isNone())
                .isTrue();
        assertThat(moved.settle(back.asked(Life.day(3)), THERE).get().after().phase())
                .isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("SET-14 only the Owner moves it: not another one, not the holder, not staff")
    void onlyTheOwner() {
        Request other = new Request(new Actor.Owner(new UserId("other")), AT);

        for (Request by : new Request[] {other, World.byHolder(AT), World.byStaff(AT), World.byClock(AT)}) {
            assertThat(moved(Life.byBillingCenter(), by).getLeft())
                    .isEqualTo(new WorkspaceRefusal.NotForThisActor(by.by()));
        }
    }

    @Test
    @DisplayName("SET-14 refused where it is already, and outside one enterprise certification")
    void alreadyOrElsewhere() {
        Workspace workspace = Life.byBillingCenter();

        assertThat(workspace.move(Life.around(), true, World.byOwner(AT)).getLeft())
                .isEqualTo(new WorkspaceRefusal.AlreadyUnder(World.HOLDER.id()));
        assertThat(workspace.move(THERE, false, World.byOwner(AT)).getLeft())
                .isEqualTo(new WorkspaceRefusal.NotOneEnterprise(World.HOLDER.id(), World.OTHER_HOLDER.id()));
    }

    @Test
    @DisplayName("SET-14 INV-2 refused while a cloud account settles it")
    void lockedIn() {
        Buyer payer = Life.active();

        assertThat(moved(Life.paidBy(payer), World.byOwner(AT)).getLeft())
                .isEqualTo(new WorkspaceRefusal.LockedIn(
                        payer.account().id(), payer.subscription().id()));
    }

    @Test
    @DisplayName("SET-14 refused while a change waits")
    void aChangeWaits() {
        Workspace waiting = Life.settled(Life.byBillingCenter(), Life.pending().asked(Life.day(1)));

        assertThat(moved(waiting, World.byOwner(AT)).getLeft())
                .isEqualTo(new WorkspaceRefusal.AChangeWaits(waiting.waiting().get()));
    }

    @Test
    @DisplayName("SET-14 SET-9 refused when dissolved; fully locked, unless the policy knows a way back")
    void closedOrFull() {
        Workspace dissolved =
                Life.byBillingCenter().dissolve(World.byOwner(AT)).get().after();
        Request deadline = World.byOwner(Life.day(15));
        Circumstances unlockable = new Circumstances(
                World.OTHER_HOLDER,
                Standing.good(),
                THERE.site(),
                World.POLICIES.withLocking(World.LOCKING.withAfterCountdown(AfterCountdown.UNLOCKABLE)));

        assertThat(moved(dissolved, World.byOwner(AT)).getLeft())
                .isEqualTo(new WorkspaceRefusal.WorkspaceClosed(Closure.DISSOLVED));
        assertThat(moved(Life.locked(ENDED), deadline).getLeft())
                .isEqualTo(new WorkspaceRefusal.FullyLocked(Life.day(15)));
        assertThat(Life.locked(ENDED).move(unlockable, true, deadline).isRight())
                .isTrue();
    }

    private static Either<WorkspaceRefusal, Change<Workspace>> moved(Workspace workspace, Request by) {
        return workspace.move(THERE, true, by);
    }
}
