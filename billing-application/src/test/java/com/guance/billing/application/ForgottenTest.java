package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.Actor;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteId;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.UnlockRefusal;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the host or the library does not know, or knows no more. */
class ForgottenTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final WorkspaceId NOWHERE = new WorkspaceId("wksp_nowhere");
    private static final SettlementRefusal HOLDER_UNKNOWN = new SettlementRefusal.HolderUnknown(HOLDER.id());

    private final BreakableStore breakable = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(breakable);
    private final CloudBilling forgetful = HostsBillingCenter.ofNobody(scene);

    @Test
    @DisplayName(
            "UNL-5 SET-11 unlock now of a workspace whose holder is gone says so; that it does not exist is for staff")
    void unlocking() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        assertThat(scene.billing.unlockWorkspace().unlock(NOWHERE, scene.by(new Actor.Staff(Scene.OWNER))))
                .isEqualTo(Either.left(refused(new SettlementRefusal.WorkspaceUnknown(NOWHERE))));
        assertThat(scene.billing.unlockWorkspace().unlock(NOWHERE, scene.byOwner()))
                .isEqualTo(Either.left(refused(
                        new SettlementRefusal.NotForThisActor(scene.byOwner().by()))));
        assertThat(forgetful.unlockWorkspace().unlock(SHOP, scene.byOwner()))
                .isEqualTo(Either.left(refused(HOLDER_UNKNOWN)));
    }

    @Test
    @DisplayName("SET-11 a workspace whose holder is gone has no choices, and none is accepted")
    void choosing() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        assertThat(forgetful.askChoices().of(SHOP, scene.byOwner(), PageRequest.first(1)))
                .isEqualTo(Either.left(HOLDER_UNKNOWN));
        assertThat(forgetful.changeSettlement().byBillingCenter(SHOP, scene.byOwner()))
                .isEqualTo(Either.left(HOLDER_UNKNOWN));
    }

    @Test
    @DisplayName("END-6 a workspace whose holder is gone is not restored, neither by the cascade nor before it")
    void returning() {
        scene.registerAccount();
        scene.register("wksp_shop", "us1");
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        scene.pass(Duration.ofMinutes(1));
        scene.aws.subscribe(BUYER);
        breakable.breakAfter(1);
        assertThatThrownBy(scene::deliverNotices).isInstanceOf(StoreUnavailable.class);
        breakable.mend();
        assertThat(forgetful.ask().lockState(SHOP, scene.now()).get().phase()).isEqualTo(Phase.LOCKED);
        forgetful.due().run(scene.now());
        assertThat(scene.workspace("wksp_shop").phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("SET-5 where a site has left the catalogue the Billing Center alone may pay")
    void site() {
        scene.registerAccount();
        scene.registerAtBillingCenter("wksp_shop", "eu1");
        CloudBilling withoutEu = HostsBillingCenter.ofAll(scene);
        assertThat(withoutEu.changeSettlement().through(SHOP, scene.account, scene.byOwner()))
                .isEqualTo(Either.left(
                        new SettlementRefusal.SiteDoesNotAllow(Site.unlisted(new SiteId("eu1")), Cloud.AWS, Set.of())));
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, scene.byOwner())
                .get();
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        assertThat(withoutEu
                        .changeSettlement()
                        .byBillingCenter(SHOP, scene.by(new Actor.Holder(HOLDER.id())))
                        .get()
                        .phase())
                .isEqualTo(Phase.ACTIVE);
    }

    private static UnlockRefusal refused(SettlementRefusal why) {
        return new UnlockRefusal(List.of(new UnlockObstacle.SettlementRefused(why)));
    }
}
