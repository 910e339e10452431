package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static com.guance.billing.subscription.Sign.Kind.STATUS_UNKNOWN;
import static com.guance.billing.subscription.Sign.Kind.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.workspace.Phase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An agreement that cannot be read stops the notices that name it, and nothing else (REL-1). */
class UnreadableAgreementTest {

    private final DamagedStore store = new DamagedStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);
    private final Licenses licenses = new Licenses(scene);

    @BeforeEach
    void oneWorkspaceOfLicenseOne() {
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_shop", 1);
        scene.pass(Duration.ofHours(1));
    }

    @Test
    @DisplayName(
            "REL-1 notices that name it wait, and are applied when it can be read; those of others are applied at once")
    void notices() {
        store.damage(Licenses.id(1));

        assertThatThrownBy(() -> licenses.ended(1, CANCELLED)).isInstanceOf(EntryUnreadable.class);
        assertThat(licenses.license(3, ACTIVATED)).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(scene.billing.askHealth().health(scene.now()).unreadable().entries())
                .isEqualTo(1);
        assertThat(phase()).isEqualTo(Phase.ACTIVE);

        store.mend();
        assertThat(licenses.ended(1, CANCELLED)).isInstanceOf(NoticeOutcome.Applied.class);
    }

    @Test
    @DisplayName("REL-1 END-3 an end that time decides is decided though its agreement cannot be read")
    void decidedByTime() {
        licenses.license(1, DEPROVISIONED);
        store.damage(Licenses.id(1));
        Instant decided = scene.now().plus(Duration.ofMinutes(30));

        licenses.runAt(decided);

        assertThat(phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName(
            "REL-1 END-5 a successor whose agreement cannot be read is awaited as long as any other, then it is an end")
    void successor() {
        licenses.created(2, 1);
        store.damage(Licenses.id(2));

        assertThat(licenses.ended(1, SUPERSEDED)).isInstanceOf(NoticeOutcome.Applied.class);

        assertThat(phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        Instant until = scene.now().plus(Duration.ofHours(24));
        licenses.runAt(until.minusNanos(1));
        assertThat(phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        licenses.runAt(until);
        assertThat(phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("REL-1 END-5 the end of a successor is applied though the agreement before it cannot be read")
    void predecessor() {
        licenses.license(2, ACTIVATED);
        licenses.created(2, 1);
        store.damage(Licenses.id(1));

        assertThat(licenses.ended(2, CANCELLED)).isInstanceOf(NoticeOutcome.Applied.class);

        assertThat(phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("REL-1 END-5 INV-1 a successor whose subscription cannot be read stops nobody who awaits it")
    void unreadableSuccessor() {
        licenses.created(2, 1);
        licenses.license(2, ACTIVATED);
        licenses.ended(2, STATUS_UNKNOWN);
        store.damage(licenses.subscription(2));

        assertThat(licenses.ended(1, SUPERSEDED)).isInstanceOf(NoticeOutcome.Applied.class);

        Instant until = scene.now().plus(Duration.ofHours(24));
        assertThat(phaseAt(until.minusNanos(1))).isEqualTo(Phase.AWAITING_SUCCESSOR);
        assertThat(phaseAt(until)).isEqualTo(Phase.LOCKED);
        licenses.runAt(until);
        assertThat(phase()).isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName(
            "REL-1 END-3 END-5 an end that time decides is decided though the subscription before it cannot be read")
    void unreadablePredecessor() {
        licenses.license(2, ACTIVATED);
        licenses.bound("wksp_new", 2);
        licenses.created(2, 1);
        licenses.ended(1, SUPERSEDED);
        store.damage(licenses.subscription(1));
        licenses.license(2, DEPROVISIONED);

        licenses.runAt(scene.now().plus(Duration.ofMinutes(30)));

        assertThat(scene.workspace("wksp_new").phase()).isEqualTo(Phase.LOCKED);
    }

    private Phase phase() {
        return scene.workspace("wksp_shop").phase();
    }

    private Phase phaseAt(Instant at) {
        return scene.billing
                .ask()
                .lockState(new WorkspaceId("wksp_shop"), at)
                .get()
                .phase();
    }
}
