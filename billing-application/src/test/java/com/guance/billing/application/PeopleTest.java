package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Intake;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.LockCause.Administrative;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.UnlockRefusal;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Locks of staff, unlock now, and dissolving. */
class PeopleTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));
    private static final Administrative AUDIT = new Administrative("audit", new UserId("staff"));

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void paidByTheAccount() {
        scene.register("wksp_shop", "us1");
    }

    @Test
    @DisplayName(
            "UNL-3 LOCK-1 staff lock and release; nobody else does, and another cause cannot be released in its place")
    void staffOnly() {
        Actor owner = scene.byOwner().by();
        assertThat(scene.billing.lockWorkspace().lock(SHOP, "audit", scene.byOwner()))
                .isEqualTo(Either.left(new WorkspaceRefusal.NotForThisActor(owner)));
        lock();
        assertThat(scene.billing.lockWorkspace().release(SHOP, AUDIT, scene.byOwner()))
                .isEqualTo(Either.left(new WorkspaceRefusal.NotForThisActor(owner)));
        Administrative other = new Administrative("other", new UserId("staff"));
        assertThat(scene.billing.lockWorkspace().release(SHOP, other, scene.by(STAFF)))
                .isEqualTo(Either.left(new WorkspaceRefusal.NotLockedFor(other)));
        assertThat(scene.billing
                        .lockWorkspace()
                        .release(SHOP, AUDIT, scene.by(STAFF))
                        .get()
                        .isLocked())
                .isFalse();
    }

    @Test
    @DisplayName("UNL-3 UNL-6 at the deadline, to the instant, staff release it no more")
    void tooLate() {
        lock();
        scene.pass(Duration.ofDays(14));
        assertThat(scene.billing.lockWorkspace().release(SHOP, AUDIT, scene.by(STAFF)))
                .isEqualTo(Either.left(new WorkspaceRefusal.FullyLocked(scene.now())));
    }

    @Test
    @DisplayName("UNL-5 INV-6 unlock now names every reason: the arrears, the staff's lock, the missing payer; to a"
            + " stranger only that")
    void everyReason() {
        scene.registerAtBillingCenter("wksp_own", "us1");
        WorkspaceId own = new WorkspaceId("wksp_own");
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(STAFF));
        scene.billing
                .changeSettlement()
                .through(own, scene.account, scene.byOwner())
                .get();
        scene.billing.lockWorkspace().lock(own, "audit", scene.by(STAFF)).get();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.events();
        Actor stranger = new Actor.Owner(new UserId("stranger"));
        Either<UnlockRefusal, Workspace> answer =
                scene.billing.unlockWorkspace().unlock(own, scene.byOwner());
        assertThat(scene.billing
                        .unlockWorkspace()
                        .unlock(own, scene.by(stranger))
                        .getLeft()
                        .obstacles())
                .containsExactly(new UnlockObstacle.SettlementRefused(new SettlementRefusal.NotForThisActor(stranger)));
        assertThat(answer.getLeft().obstacles())
                .containsExactly(
                        new UnlockObstacle.ArrearsStand(HOLDER.id()),
                        new UnlockObstacle.LockedByStaff(AUDIT),
                        new UnlockObstacle.NobodyPays(
                                scene.account,
                                scene.workspace("wksp_own").endedPayer().get().subscription()));
        assertThat(scene.events()).isEmpty();
    }

    @Test
    @DisplayName("UNL-5 arrears stand in the way of unlock now; what is not locked has nothing to unlock")
    void arrears() {
        assertThat(scene.billing
                        .unlockWorkspace()
                        .unlock(SHOP, scene.byOwner())
                        .getLeft()
                        .obstacles())
                .contains(new UnlockObstacle.NotLocked());
        scene.registerAtBillingCenter("wksp_own", "us1");
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(STAFF));
        assertThat(scene.billing
                        .unlockWorkspace()
                        .unlock(new WorkspaceId("wksp_own"), scene.byOwner())
                        .getLeft()
                        .obstacles())
                .contains(new UnlockObstacle.ArrearsStand(HOLDER.id()));
    }

    @Test
    @DisplayName("DIS-1 dissolving is final, ends the binding, and charges for usage before it are still taken")
    void dissolved() {
        scene.pass(Duration.ofHours(1));
        Instant end = scene.now();
        assertThat(dissolve(scene.byOwner().by()).get().phase()).isEqualTo(Phase.DISSOLVED);
        assertThat(scene.workspace("wksp_shop").bindings().last().flatMap(Binding::until))
                .containsExactly(end);
        assertThat(dissolve(scene.byOwner().by()).getLeft()).isInstanceOf(WorkspaceRefusal.WorkspaceClosed.class);
        scene.pass(Duration.ofMinutes(5));
        assertThat(scene.billing
                        .takeCharges()
                        .take(
                                List.of(
                                        scene.charge("wksp_shop", "1", end),
                                        scene.charge("wksp_shop", "1", end.plusSeconds(60))),
                                scene.now()))
                .containsExactly(Either.right(Intake.TAKEN), Either.right(Intake.TAKEN_UNSETTLED));
    }

    @Test
    @DisplayName("DIS-1 LOCK-2 by the Owner in any phase, by staff only when fully locked, to the instant")
    void whoDissolves() {
        assertThat(dissolve(STAFF)).isEqualTo(Either.left(new WorkspaceRefusal.NotForThisActor(STAFF)));
        lock();
        scene.pass(Duration.ofDays(14).minusNanos(1));
        assertThat(dissolve(STAFF).isLeft()).isTrue();
        scene.pass(Duration.ofNanos(1));
        assertThat(dissolve(STAFF).get().phase()).isEqualTo(Phase.DISSOLVED);
    }

    private void lock() {
        scene.billing.lockWorkspace().lock(SHOP, "audit", scene.by(STAFF)).get();
    }

    private Either<WorkspaceRefusal, Workspace> dissolve(Actor by) {
        return scene.billing.dissolveWorkspace().dissolve(SHOP, scene.by(by));
    }
}
