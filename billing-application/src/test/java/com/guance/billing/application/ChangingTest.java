package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.LockIn;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.SettlementRefusal.ChangedThisMonth;
import com.guance.billing.workspace.SettlementRefusal.LockedIn;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangingTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final Instant NEXT_MONTH = Instant.parse("2026-03-31T16:00:00Z");

    private final Scene scene = Scene.withRegisteredAccount();
    private final CloudBilling lenient = scene.under(withLockIn(LockIn.BILLING_CENTER_ALLOWED));

    @Test
    @DisplayName("SET-6 INV-6 one change a calendar month of Shanghai: registration is none, a refused one uses none")
    void onceAMonth() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.pass(Duration.ofDays(1));
        Instant changed = scene.now();
        assertThat(through(lenient).isRight()).isTrue();
        scene.clock.moveTo(NEXT_MONTH.minusNanos(1));
        assertThat(lenient.changeSettlement().byBillingCenter(SHOP, scene.byOwner()))
                .isEqualTo(Either.left(new ChangedThisMonth(changed, NEXT_MONTH)));
        scene.clock.moveTo(NEXT_MONTH);
        assertThat(lenient.changeSettlement()
                        .byBillingCenter(SHOP, scene.byOwner())
                        .isRight())
                .isTrue();
    }

    @Test
    @DisplayName("SET-6 UNL-1 a change that releases a lock is exempt, and uses no month")
    void unlockingIsExempt() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        through(scene.billing);
        Instant used = scene.now();
        scene.pass(Duration.ofDays(1));
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        Workspace paid = scene.billing
                .changeSettlement()
                .byBillingCenter(SHOP, scene.byOwner())
                .get();
        assertThat(paid.isLocked()).isFalse();
        assertThat(paid.monthUsed()).containsExactly(used);
    }

    @Test
    @DisplayName("SET-7 while a living cloud account pays, nothing else may; a policy may allow the Billing Center")
    void lockedIn() {
        Workspace shop = scene.register("wksp_shop", "us1");
        assertThat(scene.billing.changeSettlement().byBillingCenter(SHOP, scene.byOwner()))
                .isEqualTo(Either.left(new LockedIn(
                        scene.account,
                        shop.bindings().inForce().get().cloud().get().subscription())));
        assertThat(lenient.changeSettlement()
                        .byBillingCenter(SHOP, scene.byOwner())
                        .get()
                        .bindings()
                        .inForce())
                .containsExactly(new ThroughBillingCenter(HOLDER.id()));
    }

    @Test
    @DisplayName(
            "SET-12 SET-7 the subscription asked for pays, else the one activated earliest; it does not move by itself")
    void whichSubscription() {
        Licenses licenses = Licenses.ofClaimedAccount();
        Scene own = licenses.scene();
        own.pass(Duration.ofHours(1));
        licenses.license(2, ACTIVATED);
        own.register("wksp_before", "us1");
        licenses.hear(licenses.ofLicense(1, new Sign(ACTIVATED, own.now().minusSeconds(60))));
        own.register("wksp_after", "us1");
        licenses.bound("wksp_asked", 2);
        assertThat(own.workspace("wksp_before").bindings().inForce()).containsExactly(licenses.through(2));
        assertThat(own.workspace("wksp_after").bindings().inForce()).containsExactly(licenses.through(1));
        assertThat(own.workspace("wksp_asked").bindings().inForce()).containsExactly(licenses.through(2));
        assertThat(own.billing
                        .changeSettlement()
                        .through(new WorkspaceId("wksp_before"), own.account, licenses.subscription(1), own.byOwner()))
                .isEqualTo(Either.left(new LockedIn(own.account, licenses.subscription(2))));
    }

    @Test
    @DisplayName("SET-14 the Owner moves a workspace within one enterprise; its Billing Center account pays on there")
    void moved() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.pass(Duration.ofHours(1));
        Workspace moved = move(scene.byOwner(), Scene.OTHER).get();
        assertThat(moved.registration().ownership().holder()).isEqualTo(Scene.OTHER.id());
        assertThat(moved.bindings().inForce()).containsExactly(new ThroughBillingCenter(Scene.OTHER.id()));
        assertThat(moved.bindings().at(scene.now().minusNanos(1)))
                .containsExactly(new ThroughBillingCenter(HOLDER.id()));
    }

    @Test
    @DisplayName(
            "SET-14 INV-6 not by others, not to another enterprise, not while a cloud account pays or a change waits")
    void notMoved() {
        Actor holder = new Actor.Holder(HOLDER.id());
        scene.registerAtBillingCenter("wksp_shop", "us1");
        assertThat(move(scene.by(holder), Scene.OTHER))
                .isEqualTo(Either.left(new WorkspaceRefusal.NotForThisActor(holder)));
        assertThat(move(scene.byOwner(), Scene.RENMINBI).getLeft())
                .isInstanceOf(WorkspaceRefusal.NotOneEnterprise.class);
        through(scene.billing);
        assertThat(move(scene.byOwner(), Scene.OTHER).getLeft()).isInstanceOf(WorkspaceRefusal.LockedIn.class);
        scene.events();
        assertThat(move(scene.by(new Actor.Staff(new UserId("staff"))), Scene.OTHER)
                        .isLeft())
                .isTrue();
        assertThat(scene.events()).isEmpty();
    }

    @Test
    @DisplayName(
            "SET-14 END-6 a moved workspace keeps its subscription-ended lock, and subscribing again does not restore it")
    void movedWhileLocked() {
        scene.register("wksp_shop", "us1");
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        assertThat(move(scene.byOwner(), Scene.OTHER).get().isLocked()).isTrue();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(scene.workspace("wksp_shop").isLocked()).isTrue();
    }

    private Either<SettlementRefusal, Workspace> through(CloudBilling node) {
        return node.changeSettlement().through(SHOP, scene.account, scene.byOwner());
    }

    private Either<WorkspaceRefusal, Workspace> move(Request by, BillingCenterAccount to) {
        return scene.billing.moveWorkspace().move(SHOP, to.id(), by);
    }

    private static Policies withLockIn(LockIn lockIn) {
        Policies policies = Policies.defaults();
        return policies.withSettling(policies.settling().withLockIn(lockIn));
    }
}
