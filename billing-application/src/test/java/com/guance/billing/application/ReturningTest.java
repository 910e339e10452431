package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static com.guance.billing.application.Scene.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.cloudaccount.ReleaseRefusal;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReturningTest {

    private static final WorkspaceId SHOP = new WorkspaceId("wksp_shop");
    private static final Actor STAFF = new Actor.Staff(new UserId("staff"));

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void oneWorkspace() {
        scene.register("wksp_shop", "us1");
    }

    @Test
    @DisplayName("END-6 subscribing again before the end is final binds and unlocks, from the activation's own time on")
    void beforeTheFinalEnd() {
        cancelled();
        scene.pass(Duration.ofMinutes(20));
        Instant again = scene.now();
        scene.aws.subscribe(BUYER);
        scene.pass(Duration.ofMinutes(2));
        scene.deliverNotices();
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(shop().bindings().last().map(Binding::from)).containsExactly(again);
        assertThat(shop().monthUsed()).isEmpty();
    }

    @Test
    @DisplayName("END-6 subscribing again after the final end does, too, in the countdown; at its deadline it does not")
    void afterTheFinalEnd() {
        Instant deadline = cancelled().plus(Duration.ofDays(14));
        scene.pass(Duration.ofHours(2));
        scene.deliverNotices();
        scene.clock.moveTo(deadline.minusMillis(1));
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
        deadline = cancelled().plus(Duration.ofDays(14));
        scene.clock.moveTo(deadline);
        scene.deliverNotices();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(shop().isLocked()).isTrue();
        assertThat(scene.billing.ask().lockState(SHOP, deadline).get().phase()).isEqualTo(Phase.FULLY_LOCKED);
    }

    @Test
    @DisplayName("END-6 LOCK-1 another cause stays: bound again, and locked by staff only")
    void otherCausesStay() {
        LockCause audit = new LockCause.Administrative("audit", new UserId("staff"));
        scene.billing.lockWorkspace().lock(SHOP, "audit", scene.by(STAFF)).get();
        cancelled();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(shop().bindings().inForce()).isNotEmpty();
        assertThat(shop().locks().causes()).containsExactly(audit);
    }

    @Test
    @DisplayName("END-6 not the dissolved, not those that somebody else pays for")
    void notAll() {
        scene.register("wksp_gone", "us1");
        scene.register("wksp_own", "us1");
        cancelled();
        scene.billing
                .dissolveWorkspace()
                .dissolve(new WorkspaceId("wksp_gone"), scene.byOwner())
                .get();
        scene.billing
                .changeSettlement()
                .byBillingCenter(new WorkspaceId("wksp_own"), scene.byOwner())
                .get();
        Workspace gone = scene.workspace("wksp_gone");
        Workspace own = scene.workspace("wksp_own");
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(scene.workspace("wksp_gone")).isEqualTo(gone);
        assertThat(scene.workspace("wksp_own")).isEqualTo(own);
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName(
            "END-7 END-6 staff release a remembered account: another may claim it, and its return restores nothing")
    void released() {
        cancelled();
        ClaimTicket ticket = scene.land();
        assertThat(claim(ticket))
                .isEqualTo(Either.left(new ClaimRefusal.RegisteredElsewhere(scene.account, HOLDER.id())));
        assertThat(scene.billing
                        .releaseCloudAccount()
                        .release(scene.account, scene.by(STAFF))
                        .isRight())
                .isTrue();
        assertThat(claim(ticket).isRight()).isTrue();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(shop().phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName(
            "END-7 END-6 a released registration forgoes the return, though the same holder claims the account again")
    void releasedAndClaimedAgain() {
        cancelled();
        release(new Actor.Holder(HOLDER.id()));
        scene.claimAccount();
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(shop().phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("END-6 SET-13 a locked workspace that waits for another account is restored by the one that paid")
    void whileAnotherIsAwaited() {
        cancelled();
        String other = "000000000001";
        scene.billing
                .claimCloudAccount()
                .claim(scene.land(other), HOLDER.id(), scene.byHolder())
                .get();
        scene.billing
                .changeSettlement()
                .through(SHOP, CloudAccountId.of("aws", other), scene.byOwner())
                .get();
        scene.pass(Duration.ofMinutes(1));
        scene.aws.subscribe(BUYER);
        scene.deliverNotices();
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("END-7 INV-6 nobody else releases it, not while it pays, and not twice")
    void notReleased() {
        scene.events();
        assertThat(release(STAFF).getLeft()).isInstanceOf(ReleaseRefusal.StillPays.class);
        cancelled();
        Actor other = new Actor.Holder(OTHER.id());
        scene.events();
        assertThat(release(other)).isEqualTo(Either.left(new ReleaseRefusal.NotForThisActor(other)));
        assertThat(scene.events()).isEmpty();
        assertThat(release(new Actor.Holder(HOLDER.id())).isRight()).isTrue();
        assertThat(release(STAFF)).isEqualTo(Either.left(new ReleaseRefusal.NotRegistered(scene.account)));
    }

    private Either<ReleaseRefusal, ?> release(Actor by) {
        return scene.billing
                .releaseCloudAccount()
                .release(scene.account, scene.by(by))
                .map(account -> account);
    }

    private Either<ClaimRefusal, ?> claim(ClaimTicket ticket) {
        return scene.billing
                .claimCloudAccount()
                .claim(ticket, OTHER.id(), scene.by(new Actor.Holder(OTHER.id())))
                .map(account -> account);
    }

    private Instant cancelled() {
        scene.aws.cancel(BUYER);
        scene.deliverNotices();
        Instant heard = scene.now();
        scene.pass(Duration.ofMinutes(1));
        return heard;
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }
}
