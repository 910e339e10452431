package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockEvent;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.UnlockRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** END-9: what an end brings, by cloud. */
class CloudsTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    @Test
    @DisplayName(
            "END-9 Alibaba: the Billing Center pays from the freeze on, with an event and without a lock, and uses no month")
    void alibaba() {
        Scene scene = settledOn(Cloud.ALIBABA, "cn1");
        Instant freeze = cancelled(scene);
        Workspace shop = scene.workspace("wksp_shop");
        assertThat(shop.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(shop.bindings().inForce()).containsExactly(new ThroughBillingCenter(HOLDER.id()));
        assertThat(shop.bindings().last().map(Binding::from)).containsExactly(freeze);
        assertThat(shop.monthUsed()).isEmpty();
        assertThat(scene.events()).noneMatch(LockEvent.class::isInstance);
    }

    @Test
    @DisplayName("END-9 LOCK-7 Alibaba: who is switched to an account in arrears is locked by them in the same step")
    void alibabaInArrears() {
        Scene scene = settledOn(Cloud.ALIBABA, "cn1");
        scene.billing.tellArrears().began(HOLDER.id(), scene.by(new Actor.Staff(new UserId("staff"))));
        assertThat(scene.workspace("wksp_shop").isLocked()).isFalse();
        cancelled(scene);
        assertThat(scene.workspace("wksp_shop").locks().causes()).containsExactly(new LockCause.Arrears(HOLDER.id()));
    }

    @Test
    @DisplayName("END-9 END-6 Alibaba: subscribing again takes nothing back from the Billing Center")
    void alibabaAgain() {
        Scene scene = settledOn(Cloud.ALIBABA, "cn1");
        cancelled(scene);
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(scene.workspace("wksp_shop").bindings().inForce())
                .containsExactly(new ThroughBillingCenter(HOLDER.id()));
    }

    @Test
    @DisplayName("END-9 UNL-5 Huawei: locked, and unlock now settles it through the Billing Center")
    void huawei() {
        Scene scene = settledOn(Cloud.HUAWEI, "cn4");
        cancelled(scene);
        assertThat(scene.workspace("wksp_shop").phase()).isEqualTo(Phase.LOCKED);
        scene.pass(Duration.ofDays(2));
        Workspace unlocked =
                scene.billing.unlockWorkspace().unlock(SHOP, scene.byOwner()).get();
        assertThat(unlocked.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(unlocked.bindings().inForce()).containsExactly(new ThroughBillingCenter(HOLDER.id()));
        assertThat(unlocked.bindings().last().map(Binding::from)).containsExactly(scene.now());
    }

    @Test
    @DisplayName("END-9 UNL-5 AWS: unlock now is refused while nobody pays, with every other reason")
    void aws() {
        Scene scene = settledOn(Cloud.AWS, "us1");
        scene.billing
                .lockWorkspace()
                .lock(SHOP, "audit", scene.by(new Actor.Staff(new UserId("staff"))))
                .get();
        cancelled(scene);
        assertThat(scene.billing.unlockWorkspace().unlock(SHOP, scene.byOwner()))
                .isEqualTo(Either.left(new UnlockRefusal(List.of(
                        new UnlockObstacle.LockedByStaff(new LockCause.Administrative("audit", new UserId("staff"))),
                        new UnlockObstacle.NobodyPays(
                                scene.account,
                                scene.workspace("wksp_shop").endedPayer().get().subscription())))));
    }

    private static Scene settledOn(Cloud cloud, String site) {
        Scene scene = new Scene(
                InMemoryBilling.create(),
                new MarketplaceProfile(
                        new Product(cloud.name(), "prod"), cloud, Currency.getInstance("USD"), Duration.ofHours(24)));
        scene.registerAccount();
        scene.register("wksp_shop", site);
        scene.events();
        return scene;
    }

    private static Instant cancelled(Scene scene) {
        scene.pass(Duration.ofMinutes(30));
        Instant freeze = scene.now();
        scene.aws.cancel(BUYER);
        scene.pass(Duration.ofMinutes(3));
        scene.deliverNotices();
        return freeze;
    }
}
