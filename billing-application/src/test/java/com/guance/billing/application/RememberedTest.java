package com.guance.billing.application;

import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** END-7: how long a registration stands whose subscription is pending. */
class RememberedTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final Duration LIFE = Duration.ofDays(14);

    private final Scene scene = new Scene();
    private final Instant landed = scene.now();

    @BeforeEach
    void claimed() {
        scene.claimAccount();
        scene.registerAtBillingCenter("wksp_shop", "us1");
    }

    @Test
    @DisplayName("END-7 a registration is remembered for 14 days after the last landing of a pending subscription")
    void afterALanding() {
        scene.clock.moveTo(landed.plus(Duration.ofDays(10)));
        scene.claimAccount();
        scene.clock.moveTo(landed.plus(Duration.ofDays(10)).plus(LIFE).minusSeconds(1));
        assertThat(takenByOther())
                .isEqualTo(Either.left(new ClaimRefusal.RegisteredElsewhere(scene.account, HOLDER.id())));
    }

    @Test
    @DisplayName("END-7 then another Billing Center account may claim it")
    void forgotten() {
        scene.clock.moveTo(landed.plus(LIFE));
        assertThat(takenByOther().isRight()).isTrue();
    }

    @Test
    @DisplayName("END-7 SET-13 it is remembered while a change waits for it, and that completes")
    void whileAChangeWaits() {
        scene.clock.moveTo(landed.plus(Duration.ofDays(10)));
        ask();
        scene.clock.moveTo(landed.plus(Duration.ofDays(20)));
        assertThat(takenByOther())
                .isEqualTo(Either.left(new ClaimRefusal.RegisteredElsewhere(scene.account, HOLDER.id())));
        scene.aws.subscribe(Scene.BUYER);
        scene.deliverNotices();

        assertThat(shop().waiting()).isEmpty();
        assertThat(shop().bindings().inForce().exists(method -> method.cloud().isDefined()))
                .isTrue();
    }

    @Test
    @DisplayName("END-7 SET-13 no longer than it waits: withdrawn, it keeps nothing")
    void withdrawn() {
        scene.clock.moveTo(landed.plus(Duration.ofDays(10)));
        ask();
        scene.clock.moveTo(landed.plus(Duration.ofDays(20)));
        scene.billing.changeSettlement().withdraw(SHOP, scene.byOwner()).get();

        assertThat(takenByOther().isRight()).isTrue();
    }

    @Test
    @DisplayName("END-7 SET-13 a release of the registration gives up what waits for it")
    void released() {
        ask();
        scene.pass(Duration.ofDays(1));
        scene.billing
                .releaseCloudAccount()
                .release(scene.account, scene.by(new Actor.Holder(HOLDER.id())))
                .get();

        assertThat(shop().waiting()).isEmpty();
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(shop().monthUsed()).isEmpty();
    }

    private void ask() {
        scene.billing
                .changeSettlement()
                .through(SHOP, scene.account, scene.byOwner())
                .get();
        assertThat(shop().waiting()).isNotEmpty();
    }

    /** The buyer lands once more, for another Billing Center account. */
    private Either<ClaimRefusal, CloudAccount> takenByOther() {
        return scene.billing
                .claimCloudAccount()
                .claim(scene.land(), OTHER.id(), scene.by(new Actor.Holder(OTHER.id())));
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }
}
