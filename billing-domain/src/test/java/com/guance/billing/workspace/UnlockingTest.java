package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Life;
import com.guance.billing.testing.Life.Buyer;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LockCause.Administrative;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.UnlockObstacle.ArrearsStand;
import com.guance.billing.workspace.UnlockObstacle.LockedByStaff;
import com.guance.billing.workspace.UnlockObstacle.NobodyPays;
import com.guance.billing.workspace.UnlockObstacle.NotLocked;
import com.guance.billing.workspace.UnlockObstacle.SettlementRefused;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnlockingTest {

    private static final Instant AT = Life.day(3);
    private static final Instant DEADLINE = Life.day(15);
    private static final Request OWNER = World.byOwner(AT);
    private static final Administrative ABUSE = new Administrative("abuse", new UserId("staff"));

    private final Buyer ended = Life.active().hears(Kind.ENDING, Life.day(1));
    private final Buyer again = ended.buys(World.PRODUCT, "again").hears(Kind.ACTIVATED, Life.day(2));
    private final Workspace locked = Life.locked(ended);
    private final Buyer huawei = Life.active(Cloud.HUAWEI).hears(Kind.ENDING, Life.day(1));

    @Test
    @DisplayName(
            "UNL-5 UNL-1 the account that paid has a subscription again: it pays and unlocks, and no month is used")
    void payerAgain() {
        Change<Workspace> change = locked.unlock(Option.some(again.account()), Life.around(), OWNER)
                .get();

        assertThat(change.events())
                .containsExactly(
                        new SettlementMethodChanged(World.WORKSPACE, again.method(), AT, Option.none(), OWNER),
                        new LockReleased(World.WORKSPACE, ended.end(), OWNER));
        assertThat(change.after().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(change.after().monthUsed()).isEmpty();
    }

    @Test
    @DisplayName("UNL-5 the holder may, too; nobody else")
    void byWhom() {
        assertThat(locked.unlock(Option.some(again.account()), Life.around(), World.byHolder(AT))
                        .isRight())
                .isTrue();
        assertThat(obstacles(locked, again, Life.around(), World.byStaff(AT)))
                .containsExactly(refused(
                        new SettlementRefusal.NotForThisActor(World.byStaff(AT).by())));
    }

    @Test
    @DisplayName("UNL-5 nobody pays: the account has nothing, or a subscription of another product only")
    void nobodyPays() {
        Buyer other = ended.buys(new Product("aws", "other"), "other").hears(Kind.ACTIVATED, Life.day(2));
        NobodyPays nobody =
                new NobodyPays(ended.account().id(), ended.subscription().id());

        assertThat(obstacles(locked, ended, Life.around(), OWNER)).containsExactly(nobody);
        assertThat(obstacles(locked, other, Life.around(), OWNER)).containsExactly(nobody);
        assertThat(locked.unlock(Option.none(), Life.around(), OWNER).getLeft().obstacles())
                .containsExactly(nobody);
    }

    @Test
    @DisplayName("END-9 UNL-5 Huawei: unlock now settles through the Billing Center")
    void huaweiUnlocksToBillingCenter() {
        Change<Workspace> change = Life.locked(huawei)
                .unlock(Option.some(huawei.account()), aroundHuawei(World.POLICIES), OWNER)
                .get();

        assertThat(change.events())
                .containsExactly(
                        new SettlementMethodChanged(World.WORKSPACE, Life.BILLING_CENTER, AT, Option.none(), OWNER),
                        new LockReleased(World.WORKSPACE, huawei.end(), OWNER));
    }

    @Test
    @DisplayName("END-9 UNL-5 Huawei: its own account first, where that pays again")
    void huaweiPaysAgain() {
        Buyer back = huawei.hears(Kind.ACTIVATED, Life.day(2));

        Workspace after = Life.locked(huawei)
                .unlock(Option.some(back.account()), aroundHuawei(World.POLICIES), OWNER)
                .get()
                .after();

        assertThat(after.bindings().inForce()).containsExactly(back.method());
    }

    @Test
    @DisplayName("UNL-5 LOCK-7 into arrears nothing is unlocked")
    void intoArrears() {
        Circumstances arrears =
                new Circumstances(World.HOLDER, Life.IN_ARREARS, Option.some(Life.on(Cloud.HUAWEI)), World.POLICIES);

        assertThat(obstacles(Life.locked(huawei), huawei, arrears, OWNER))
                .containsExactly(new ArrearsStand(World.HOLDER.id()));
        assertThat(locked.unlock(Option.some(again.account()), Life.around(Life.IN_ARREARS), OWNER)
                        .isRight())
                .isTrue();
    }

    @Test
    @DisplayName("UNL-5 arrears and staff are in the way each by itself, and none of both is released here")
    void othersRemedies() {
        Workspace arrears = Life.byBillingCenter()
                .arrearsBegan(World.HOLDER.id(), World.LOCKING, World.byClock(Life.day(1)))
                .after();
        Workspace staff = Life.lockedByStaff(Life.byBillingCenter(), "abuse", Life.day(1));

        assertThat(obstacles(arrears, ended, Life.around(), OWNER))
                .containsExactly(new ArrearsStand(World.HOLDER.id()));
        assertThat(obstacles(staff, ended, Life.around(), OWNER)).containsExactly(new LockedByStaff(ABUSE));
    }

    @Test
    @DisplayName("UNL-5 what nothing locks is not unlocked")
    void notLocked() {
        assertThat(obstacles(Life.byBillingCenter(), ended, Life.around(), OWNER))
                .containsExactly(new NotLocked());
    }

    @Test
    @DisplayName("UNL-5 every obstacle at once")
    void everyObstacle() {
        Workspace all = Life.lockedByStaff(locked, "abuse", Life.day(2))
                .lock(World.ARREARS, World.LOCKING, World.byClock(Life.day(2)))
                .after();
        Request late = World.byOwner(DEADLINE);

        assertThat(obstacles(all, ended, Life.around(), late))
                .containsExactly(
                        refused(new SettlementRefusal.FullyLocked(DEADLINE)),
                        new NobodyPays(
                                ended.account().id(), ended.subscription().id()),
                        new LockedByStaff(ABUSE),
                        new ArrearsStand(World.HOLDER.id()));
        assertThat(obstacles(all, ended, Life.around(), World.byStaff(DEADLINE)))
                .as("SET-11 a stranger is told only that")
                .containsExactly(refused(new SettlementRefusal.NotForThisActor(
                        World.byStaff(DEADLINE).by())));
    }

    @Test
    @DisplayName("UNL-5 SET-3 SET-5 a payer that may not pay is in the way with each rule's refusal")
    void payerMayNotPay() {
        CloudAccount elsewhere = Given.opened(
                Given.registered(ended.account().id(), Cloud.AWS, World.OTHER_HOLDER), World.FIRST, Life.day(2));
        Circumstances nowhere = World.around(World.HOLDER, World.UNLISTED);

        assertThat(new ArrayList<>(locked.unlock(Option.some(elsewhere), nowhere, OWNER)
                        .getLeft()
                        .obstacles()))
                .extracting(obstacle ->
                        ((SettlementRefused) obstacle).why().getClass().getSimpleName())
                .containsExactly("CloudAccountUnknown");
    }

    @Test
    @DisplayName("UNL-5 UNL-6 to the deadline's nanosecond; after it by policy only")
    void deadline() {
        Request justInTime = World.byOwner(DEADLINE.minusNanos(1));
        Request late = World.byOwner(DEADLINE);
        Policies unlockable = World.POLICIES.withLocking(World.LOCKING.withAfterCountdown(AfterCountdown.UNLOCKABLE));

        assertThat(locked.unlock(Option.some(again.account()), Life.around(), justInTime)
                        .isRight())
                .isTrue();
        assertThat(obstacles(locked, again, Life.around(), late))
                .containsExactly(refused(new SettlementRefusal.FullyLocked(DEADLINE)));
        assertThat(Life.passes(locked, DEADLINE)
                        .after()
                        .unlock(Option.some(again.account()), Life.around(unlockable), late)
                        .get()
                        .after()
                        .phase())
                .isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("UNL-5 SET-9 dissolved is dissolved")
    void dissolved() {
        Workspace dissolved = locked.dissolve(OWNER).get().after();

        assertThat(obstacles(dissolved, again, Life.around(), OWNER))
                .contains(refused(new SettlementRefusal.WorkspaceClosed(Closure.DISSOLVED)));
    }

    @Test
    @DisplayName("UNL-5 SET-13 unlocking replaces what waited for another account")
    void replacesWaiting() {
        Workspace waiting = Life.settled(locked, Life.landed(Cloud.AWS, "2").asked(Life.day(2)));

        Workspace after = waiting.unlock(Option.some(again.account()), Life.around(), OWNER)
                .get()
                .after();

        assertThat(after.waiting()).isEmpty();
        assertThat(after.bindings().inForce()).containsExactly(again.method());
    }

    private static List<UnlockObstacle> obstacles(Workspace workspace, Buyer lost, Circumstances around, Request by) {
        return workspace
                .unlock(Option.some(lost.account()), around, by)
                .getLeft()
                .obstacles();
    }

    private static SettlementRefused refused(SettlementRefusal why) {
        return new SettlementRefused(why);
    }

    private static Circumstances aroundHuawei(Policies policies) {
        return World.around(World.HOLDER, Life.on(Cloud.HUAWEI), policies);
    }
}
