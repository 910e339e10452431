package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.site.Cloud;
import com.guance.billing.workspace.LifeEvent.RegistrationLapsed;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Plan;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.WaitingEnd;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AwaitingTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");

    private final Scene scene = new Scene();

    @Test
    @DisplayName("ARR-8 LOCK-5 a workspace that awaits its subscription takes no data in and no charges")
    void notActive() {
        awaiting();
        scene.pass(Duration.ofHours(1));
        assertThat(scene.billing.ask().lockState(SHOP, scene.now()).get().ingestion())
                .isFalse();
        assertThat(scene.billing.takeCharges().take(List.of(scene.charge("wksp_shop", "1", scene.now())), scene.now()))
                .containsExactly(Either.left(new ChargeRefusal.NotActive(SHOP)));
    }

    @Test
    @DisplayName("ARR-8 after 14 days, to the instant, the registration lapses: an event of that instant, once")
    void lapses() {
        awaiting();
        Instant lapse = scene.now().plus(Duration.ofDays(14));
        run(lapse.minusNanos(1));
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUBSCRIPTION);
        run(lapse.plus(Duration.ofDays(3)));
        run(lapse.plus(Duration.ofDays(4)));
        assertThat(shop().phase()).isEqualTo(Phase.LAPSED);
        assertThat(scene.events())
                .filteredOn(RegistrationLapsed.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(event.at()).isEqualTo(lapse))
                .satisfies(event -> assertThat(event.by()).isEqualTo(new Actor.Clock()));
        assertThat(scene.billing
                        .changeSettlement()
                        .byBillingCenter(SHOP, scene.byOwner())
                        .getLeft())
                .isInstanceOf(SettlementRefusal.WorkspaceClosed.class);
    }

    @Test
    @DisplayName("ARR-8 LOCK-6 a command at the lapse is judged as if it had been noted")
    void judgedAsLapsed() {
        awaiting();
        scene.pass(Duration.ofDays(14));
        assertThat(scene.billing
                        .changeSettlement()
                        .byBillingCenter(SHOP, scene.byOwner())
                        .getLeft())
                .isInstanceOf(SettlementRefusal.WorkspaceClosed.class);
    }

    @Test
    @DisplayName(
            "ARR-8 SET-13 a failure to subscribe withdraws the waiting change; another method may be chosen, and uses no month")
    void failed() {
        scene.claimAccount();
        scene.register("wksp_shop", "us1");
        scene.aws.failToSubscribe(BUYER);
        scene.deliverNotices();
        assertThat(shop().waiting()).isEmpty();
        assertThat(scene.events())
                .filteredOn(WaitingEnded.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((WaitingEnded) event).why()).isEqualTo(WaitingEnd.SUBSCRIPTION_FAILED));
        Workspace paid = scene.billing
                .changeSettlement()
                .byBillingCenter(SHOP, scene.byOwner())
                .get();
        assertThat(paid.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(paid.monthUsed()).isEmpty();
    }

    @Test
    @DisplayName("ARR-7 binding a workspace of the Experience Plan upgrades it, and a later end does not undo that")
    void upgrade() {
        scene.registerAccount();
        scene.billing
                .registerWorkspace()
                .onExperiencePlan(form("wksp_shop", "us1"), HOLDER.id(), scene.byOwner())
                .get();
        assertThat(shop().phase()).isEqualTo(Phase.EXPERIENCE);
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, scene.byOwner())
                .get();
        assertThat(shop().plan()).isEqualTo(Plan.COMMERCIAL);
        assertThat(shop().monthUsed()).isEmpty();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        assertThat(shop().plan()).isEqualTo(Plan.COMMERCIAL);
        assertThat(shop().phase()).isEqualTo(Phase.LOCKED);
    }

    private void awaiting() {
        scene.billing
                .registerWorkspace()
                .awaitingSubscription(form("wksp_shop", "us1"), HOLDER.id(), Cloud.AWS, scene.byOwner())
                .get();
    }

    private void run(Instant at) {
        scene.clock.moveTo(at);
        scene.billing.due().run(at);
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }
}
