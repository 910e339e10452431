package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.workspace.LifeEvent.OwnerChanged;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.WorkspaceRefusal;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangingOwnerTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final UserId NEXT = new UserId("next");

    private final Scene scene = Scene.withRegisteredAccount();

    @Test
    @DisplayName("OWN-1 the new Owner settles, the old one is refused; the audit trail names both")
    void handedOver() {
        scene.registerAtBillingCenter("wksp_shop", "us1");

        scene.billing.changeOwner().change(SHOP, NEXT, scene.byOwner()).get();

        assertThat(scene.billing
                        .changeSettlement()
                        .through(SHOP, scene.account, scene.byOwner())
                        .getLeft())
                .isEqualTo(new SettlementRefusal.NotForThisActor(new Actor.Owner(Scene.OWNER)));
        assertThat(scene.billing
                        .changeSettlement()
                        .through(SHOP, scene.account, scene.by(new Actor.Owner(NEXT)))
                        .isRight())
                .isTrue();
        assertThat(scene.billing.ask().auditTrail(SHOP, PageRequest.first(10)).items())
                .contains(new OwnerChanged(SHOP, Scene.OWNER, NEXT, scene.byOwner()));
    }

    @Test
    @DisplayName("OWN-1 also when fully locked; not an unknown workspace, and not a dissolved one")
    void phases() {
        scene.registerAtBillingCenter("wksp_shop", "us1");
        scene.billing
                .lockWorkspace()
                .lock(SHOP, "why", scene.by(new Actor.Staff(NEXT)))
                .get();
        scene.pass(Duration.ofDays(15));

        assertThat(scene.billing
                        .changeOwner()
                        .change(SHOP, NEXT, scene.byOwner())
                        .isRight())
                .isTrue();

        WorkspaceId unknown = new WorkspaceId("wksp_unknown");
        assertThat(scene.billing
                        .changeOwner()
                        .change(unknown, NEXT, scene.byOwner())
                        .getLeft())
                .isEqualTo(new WorkspaceRefusal.NotForThisActor(scene.byOwner().by()));
        scene.billing
                .dissolveWorkspace()
                .dissolve(SHOP, scene.by(new Actor.Owner(NEXT)))
                .get();
        assertThat(scene.billing
                        .changeOwner()
                        .change(SHOP, Scene.OWNER, scene.by(new Actor.Owner(NEXT)))
                        .getLeft())
                .isInstanceOf(WorkspaceRefusal.WorkspaceClosed.class);
    }
}
