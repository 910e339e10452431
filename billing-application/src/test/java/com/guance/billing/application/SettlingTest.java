package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static com.guance.billing.application.Scene.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.Resubscription;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = Scene.withRegisteredAccount();

    @Test
    @DisplayName("SET-1 one cloud account settles workspaces of two sites, each with one method")
    void twoSites() {
        scene.register("wksp_shop", "us1");
        scene.registerAtBillingCenter("wksp_search", "eu1");
        assertThat(through("wksp_search", ACCOUNT, owner()).isRight()).isTrue();
        assertThat(scene.workspace("wksp_search")
                        .bindings()
                        .inForce()
                        .get()
                        .cloud()
                        .get()
                        .account())
                .isEqualTo(ACCOUNT);
        assertThat(scene.workspace("wksp_search").bindings().all()).hasSize(2);
    }

    @Test
    @DisplayName("SET-2 an administrator may not change who pays; the holder may")
    void actors() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        Actor administrator = new Actor.Administrator(new UserId("owner"));
        assertThat(through("wksp_shop", ACCOUNT, administrator))
                .isEqualTo(Either.left(new SettlementRefusal.NotForThisActor(administrator)));
        assertThat(through("wksp_shop", ACCOUNT, new Actor.Holder(HOLDER.id())).isRight())
                .isTrue();
    }

    @Test
    @DisplayName("SET-3 workspace and cloud account of different Billing Center accounts do not bind")
    void twoHolders() {
        scene.billing
                .registerWorkspace()
                .paidByBillingCenter(form("wksp_shop", "us1"), OTHER.id(), scene.byOwner())
                .get();
        assertThat(through("wksp_shop", ACCOUNT, owner()))
                .isEqualTo(Either.left(new SettlementRefusal.CloudAccountUnknown(ACCOUNT)));
    }

    @Test
    @DisplayName("SET-4 a cloud account without an active subscription cannot pay")
    void noSubscription() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        assertThat(through("wksp_shop", ACCOUNT, owner()))
                .isEqualTo(Either.left(new SettlementRefusal.NoActiveSubscription(ACCOUNT)));
    }

    @Test
    @DisplayName("SET-5 a site of Alibaba Cloud does not allow an AWS account")
    void site() {
        scene.registerAtBillingCenter("wksp_shop", "cn1");
        assertThat(through("wksp_shop", ACCOUNT, owner()).getLeft())
                .isInstanceOf(SettlementRefusal.SiteDoesNotAllow.class);
    }

    @Test
    @DisplayName("SET-8 INV-6 asking for the method in force is refused, and nothing is written")
    void alreadyThatWay() {
        Workspace shop = scene.register("wksp_shop", "us1");
        scene.events();
        assertThat(through("wksp_shop", ACCOUNT, owner()))
                .isEqualTo(Either.left(new SettlementRefusal.AlreadySettledThatWay(
                        shop.bindings().inForce().get())));
        assertThat(scene.workspace("wksp_shop")).isEqualTo(shop);
        assertThat(scene.events()).isEmpty();
    }

    @Test
    @DisplayName("SET-11 a workspace that is not there is as one that is not theirs; a cloud account is unknown")
    void unknown() {
        assertThat(through("wksp_shop", ACCOUNT, owner()))
                .isEqualTo(Either.left(new SettlementRefusal.NotForThisActor(owner())));
        scene.registerAtBillingCenter("wksp_shop", "us1");
        CloudAccountId nobody = CloudAccountId.of("aws", "000000000000");
        assertThat(through("wksp_shop", nobody, owner()))
                .isEqualTo(Either.left(new SettlementRefusal.CloudAccountUnknown(nobody)));
    }

    @Test
    @DisplayName("UNL-1 choosing the Billing Center, or rebinding, releases a subscription-ended lock in the same step")
    void havingAPayerUnlocks() {
        Policies policies = Policies.defaults();
        scene.register("wksp_shop", "us1");
        scene.register("wksp_search", "eu1");
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofDays(1));
        assertThat(scene.billing
                        .changeSettlement()
                        .byBillingCenter(SHOP, scene.byOwner())
                        .get()
                        .isLocked())
                .isFalse();
        scene.aws.subscribe(BUYER);
        CloudBilling manual =
                scene.under(policies.withEnding(policies.ending().withResubscription(Resubscription.LEAVES_LOCKED)));
        scene.aws.takeNotices().forEach(notice -> manual.receiveNotice().receive(scene.understood(notice)));
        assertThat(scene.workspace("wksp_search").isLocked()).isTrue();
        assertThat(through("wksp_search", ACCOUNT, owner()).get().isLocked()).isFalse();
    }

    @Test
    @DisplayName("UNL-6 SET-9 after the countdown, to the instant, nothing unlocks any more")
    void fullyLocked() {
        scene.register("wksp_shop", "us1");
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofDays(14));
        assertThat(scene.billing.changeSettlement().byBillingCenter(SHOP, scene.byOwner()))
                .isEqualTo(Either.left(new SettlementRefusal.FullyLocked(scene.now())));
    }

    private Either<SettlementRefusal, Workspace> through(String workspace, CloudAccountId payer, Actor by) {
        return scene.billing.changeSettlement().through(new WorkspaceId(workspace), payer, scene.by(by));
    }

    private static Actor owner() {
        return new Actor.Owner(Scene.OWNER);
    }
}
