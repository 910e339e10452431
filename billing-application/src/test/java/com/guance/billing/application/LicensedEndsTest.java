package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static com.guance.billing.subscription.Sign.Kind.STATUS_UNKNOWN;
import static com.guance.billing.subscription.Sign.Kind.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.cloudaccount.ReleaseRefusal;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.AwaitedSuccessor;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LicensedEndsTest {

    private final Licenses licenses = Licenses.ofClaimedAccount();
    private final Scene scene = licenses.scene();
    private Instant end = scene.now();

    @BeforeEach
    void oneWorkspaceOfLicenseOne() {
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_shop", 1);
        scene.pass(Duration.ofHours(1));
        end = scene.now();
    }

    @Test
    @DisplayName(
            "END-3 a deprovisioned license is closed at once, and locks after 30 minutes without a status, to the instant")
    void noStatus() {
        licenses.license(1, DEPROVISIONED);
        assertThat(scene.onFile()).isEmpty();
        licenses.runAt(end.plus(Duration.ofMinutes(30)).minusNanos(1));
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
        licenses.runAt(end.plus(Duration.ofHours(5)));
        assertThat(shop().bindings().last().flatMap(Binding::until)).containsExactly(end);
        assertThat(shop().locks().deadline())
                .containsExactly(end.plus(Duration.ofMinutes(30)).plus(Duration.ofDays(14)));
        licenses.runAt(end.plus(Duration.ofHours(6)));
        assertThat(scene.events()).filteredOn(LockPlaced.class::isInstance).hasSize(1);
    }

    @Test
    @DisplayName("END-3 so it is with an agreement that ended with an unknown status")
    void unknownStatus() {
        licenses.ended(1, STATUS_UNKNOWN);
        assertThat(scene.onFile()).isEmpty();
        licenses.runAt(end.plus(Duration.ofMinutes(30)).minusNanos(1));
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
        licenses.runAt(end.plus(Duration.ofHours(5)));
        assertThat(shop().bindings().last().flatMap(Binding::until)).containsExactly(end);
        assertThat(shop().locks().deadline())
                .containsExactly(end.plus(Duration.ofMinutes(30)).plus(Duration.ofDays(14)));
    }

    @Test
    @DisplayName("END-3 END-5 the status that follows in time decides, though its notice carries an earlier time")
    void knownStatusFollows() {
        Instant earlier = scene.now().minusSeconds(1);
        licenses.ended(1, STATUS_UNKNOWN);
        licenses.hear(new Fact.OfAgreement(Licenses.id(1), Option.some(new Sign(SUPERSEDED, earlier)), Option.none()));
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        assertThat(shop().bindings().last().flatMap(Binding::until)).containsExactly(end);
    }

    @Test
    @DisplayName("END-3 a license that is activated after its agreement ended with an unknown status stays closed")
    void closedByUnknownStatus() {
        licenses.ended(2, STATUS_UNKNOWN);
        licenses.license(2, ACTIVATED);
        assertThat(scene.onFile())
                .singleElement()
                .satisfies(account -> assertThat(account.payers())
                        .extracting(Payer::subscription)
                        .containsExactly(licenses.subscription(1)));
    }

    @Test
    @DisplayName(
            "END-3 END-5 a successor whose agreement ended with an unknown status is awaited until that is decided")
    void successorOfUnknownStatus() {
        licenses.created(2, 1);
        licenses.license(2, ACTIVATED);
        licenses.ended(2, STATUS_UNKNOWN);
        licenses.ended(1, SUPERSEDED);
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        Instant decided = end.plus(Duration.ofMinutes(30));
        licenses.runAt(decided);
        assertThat(shop().locks().deadline()).containsExactly(decided.plus(Duration.ofDays(14)));
    }

    @Test
    @DisplayName("END-3 LOCK-6 nobody has to run what is due: at the 30th minute the workspace is judged as locked")
    void judgedAsLocked() {
        licenses.license(1, DEPROVISIONED);
        WorkspaceId id = new WorkspaceId("wksp_shop");
        Instant decided = end.plus(Duration.ofMinutes(30));
        assertThat(scene.billing
                        .ask()
                        .lockState(id, decided.minusNanos(1))
                        .get()
                        .isLocked())
                .isFalse();
        assertThat(scene.billing.ask().lockState(id, decided).get().lockAt()).containsExactly(decided);
    }

    @Test
    @DisplayName("END-7 INV-2 while an end is undecided, nobody releases the account under its workspaces")
    void notReleased() {
        licenses.license(1, DEPROVISIONED);
        Request holder = scene.by(new Actor.Holder(Scene.HOLDER.id()));
        assertThat(scene.billing.releaseCloudAccount().release(scene.account, holder))
                .isEqualTo(Either.left(new ReleaseRefusal.StillSettles(new WorkspaceId("wksp_shop"))));
        scene.pass(Duration.ofMinutes(30));
        Request later = scene.by(new Actor.Holder(Scene.HOLDER.id()));
        assertThat(scene.billing
                        .releaseCloudAccount()
                        .release(scene.account, later)
                        .isRight())
                .isTrue();
    }

    @Test
    @DisplayName(
            "END-3 a status that comes in time decides: cancelled locks at once, with the freeze of the first sign")
    void statusInTime() {
        licenses.license(1, DEPROVISIONED);
        scene.pass(Duration.ofMinutes(10));
        licenses.ended(1, CANCELLED);
        assertThat(shop().bindings().last().flatMap(Binding::until)).containsExactly(end);
        assertThat(shop().locks().deadline()).containsExactly(scene.now().plus(Duration.ofDays(14)));
    }

    @Test
    @DisplayName("END-3 END-5 a status that comes in time decides: renewed awaits the successor, without a lock")
    void renewedInTime() {
        licenses.license(1, DEPROVISIONED);
        scene.pass(Duration.ofMinutes(29));
        licenses.ended(1, SUPERSEDED);
        licenses.runAt(end.plus(Duration.ofMinutes(31)));
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
    }

    @Test
    @DisplayName("END-5 another active license takes over at the freeze: no gap, no lock, no month used")
    void takenOver() {
        licenses.license(2, ACTIVATED);
        scene.pass(Duration.ofMinutes(5));
        licenses.ended(1, CANCELLED);
        Binding last = shop().bindings().last().get();
        assertThat(last).isEqualTo(new Binding(licenses.through(2), scene.now(), Option.none()));
        assertThat(shop().isLocked()).isFalse();
    }

    @Test
    @DisplayName("SET-12 END-5 the named successor takes over, though another license was active earlier")
    void namedTaker() {
        licenses.license(3, ACTIVATED);
        scene.pass(Duration.ofMinutes(5));
        licenses.license(2, ACTIVATED);
        licenses.created(2, 1);
        licenses.ended(1, CANCELLED);
        assertThat(shop().bindings().inForce()).containsExactly(licenses.through(2));
    }

    @Test
    @DisplayName("END-5 renewed: awaits its successor for 24 hours, to the instant, then is locked")
    void awaitedInVain() {
        licenses.ended(1, SUPERSEDED);
        Instant last = end.plus(Duration.ofHours(24));
        assertThat(shop().successor().map(AwaitedSuccessor::deadline)).containsExactly(last);
        licenses.runAt(last.minusNanos(1));
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        licenses.runAt(last.plus(Duration.ofDays(2)));
        assertThat(shop().phase()).isEqualTo(Phase.LOCKED);
        assertThat(shop().locks().deadline()).containsExactly(last.plus(Duration.ofDays(14)));
    }

    @Test
    @DisplayName("END-5 the activation of the successor binds the workspaces that await it, from its own time on")
    void succeeded() {
        Workspace before = shop();
        licenses.ended(1, SUPERSEDED);
        scene.pass(Duration.ofHours(3));
        licenses.license(2, ACTIVATED);
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(shop().bindings().last())
                .containsExactly(new Binding(licenses.through(2), scene.now(), Option.none()));
        assertThat(shop().monthUsed()).isEqualTo(before.monthUsed());
    }

    @Test
    @DisplayName("END-5 an agreement named as the previous one is awaited, though its status says cancelled")
    void createdNamesPrevious() {
        licenses.created(2, 1);
        licenses.ended(1, CANCELLED);
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        licenses.license(2, ACTIVATED);
        assertThat(shop().bindings().inForce()).containsExactly(licenses.through(2));
    }

    @Test
    @DisplayName("END-5 END-6 the activation of a successor that comes after the lock binds and unlocks")
    void afterTheLock() {
        licenses.ended(1, CANCELLED);
        licenses.created(2, 1);
        assertThat(shop().phase()).isEqualTo(Phase.LOCKED);
        scene.pass(Duration.ofDays(13));
        licenses.license(2, ACTIVATED);
        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(shop().bindings().inForce()).containsExactly(licenses.through(2));
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }
}
