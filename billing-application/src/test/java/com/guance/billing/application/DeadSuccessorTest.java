package com.guance.billing.application;

import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.CANCELLED;
import static com.guance.billing.subscription.Sign.Kind.DEPROVISIONED;
import static com.guance.billing.subscription.Sign.Kind.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driving.LockState;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A workspace whose agreement ends, and the agreement that was to follow has ended as well, or ends meanwhile. */
class DeadSuccessorTest {

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);
    private final Licenses licenses = new Licenses(scene);
    private Instant end = scene.now();

    @BeforeEach
    void oneWorkspaceOfLicenseOne() {
        scene.claimAccount();
        licenses.license(1, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.bound("wksp_shop", 1);
        scene.pass(Duration.ofHours(1));
        end = scene.now();
    }

    @Test
    @DisplayName("END-5 a dead successor is not awaited: the workspace is locked at once")
    void dead() {
        licenses.ended(2, CANCELLED);
        licenses.created(2, 1);
        licenses.ended(1, CANCELLED);

        assertLockedAt(end);
    }

    @Test
    @DisplayName("END-5 nor is it where the status says renewed, whichever notice comes first")
    void deadThoughRenewed() {
        licenses.created(2, 1);
        licenses.ended(2, CANCELLED);
        licenses.ended(1, SUPERSEDED);

        assertLockedAt(end);
    }

    @Test
    @DisplayName("END-5 the successor of a dead successor is awaited, and takes over before any other")
    void successorOfTheDead() {
        licenses.created(2, 1);
        licenses.ended(2, CANCELLED);
        licenses.created(3, 2);
        licenses.ended(1, CANCELLED);
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);

        licenses.license(3, ACTIVATED);
        assertThat(shop().bindings().inForce()).contains(licenses.through(3));
    }

    @Test
    @DisplayName("END-5 SET-12 the successor of a dead successor takes over, though another license was active earlier")
    void successorOfTheDeadTakesOver() {
        licenses.license(4, ACTIVATED);
        scene.pass(Duration.ofMinutes(1));
        licenses.license(3, ACTIVATED);
        licenses.created(3, 2);
        licenses.created(2, 1);
        licenses.ended(2, SUPERSEDED);
        licenses.ended(1, SUPERSEDED);

        assertThat(shop().bindings().inForce()).contains(licenses.through(3));
    }

    @Test
    @DisplayName(
            "END-5 a dead successor that was renewed itself has a successor still to be named: that one is awaited")
    void successorOfTheDeadWithoutAName() {
        licenses.created(2, 1);
        licenses.ended(2, SUPERSEDED);
        licenses.ended(1, CANCELLED);

        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
    }

    @Test
    @DisplayName("END-5 END-2 a successor that ends while it is awaited locks at once, by the receipt of its end")
    void endsWhileAwaited() {
        licenses.created(2, 1);
        licenses.ended(1, SUPERSEDED);
        scene.pass(Duration.ofHours(3));
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        licenses.ended(2, CANCELLED);

        assertLockedAt(scene.now());
        assertThat(shop().bindings().last().get().until()).contains(end);
    }

    @Test
    @DisplayName("END-5 so does a successor that is named while it is awaited, and is known to have ended")
    void namedWhileAwaited() {
        licenses.ended(2, CANCELLED);
        licenses.ended(1, SUPERSEDED);
        scene.pass(Duration.ofHours(3));
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        licenses.created(2, 1);

        assertLockedAt(scene.now());
    }

    @Test
    @DisplayName("END-5 so does the last of a chain of which nobody else is known by a license")
    void endOfAChain() {
        licenses.created(2, 1);
        licenses.created(3, 2);
        licenses.ended(2, CANCELLED);
        licenses.ended(1, CANCELLED);
        scene.pass(Duration.ofHours(3));
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        licenses.ended(3, CANCELLED);

        assertLockedAt(scene.now());
    }

    @Test
    @DisplayName("END-5 END-3 a successor whose license was deprovisioned has ended when that is decided")
    void deprovisionedWhileAwaited() {
        licenses.created(2, 1);
        licenses.ended(1, SUPERSEDED);
        licenses.license(2, DEPROVISIONED);
        Instant decided = end.plus(Duration.ofMinutes(30));
        licenses.runAt(decided.minusNanos(1));
        assertThat(shop().phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        licenses.runAt(decided.plus(Duration.ofHours(1)));

        assertLockedAt(decided);
    }

    @Test
    @DisplayName("LOCK-6 END-5 the end of the successor that time decided is seen before a run has noted it")
    void deprovisionedAndNoRunYet() {
        licenses.created(2, 1);
        licenses.ended(1, SUPERSEDED);
        licenses.license(2, DEPROVISIONED);
        Instant decided = end.plus(Duration.ofMinutes(30));

        assertThat(stateAt(decided.minusNanos(1)).phase()).isEqualTo(Phase.AWAITING_SUCCESSOR);
        assertThat(stateAt(decided.plusSeconds(60)).lockAt()).contains(decided);
    }

    @Test
    @DisplayName("LOCK-6 END-5 so is it where the end of the one that it follows was decided at the same time")
    void bothDecidedAndNoRunYet() {
        licenses.created(2, 1);
        licenses.license(2, ACTIVATED);
        licenses.license(1, DEPROVISIONED);
        licenses.license(2, DEPROVISIONED);
        Instant decided = end.plus(Duration.ofMinutes(30));

        assertThat(stateAt(decided.plusSeconds(60)).phase()).isEqualTo(Phase.LOCKED);
        licenses.runAt(decided.plusSeconds(60));
        assertLockedAt(decided);
    }

    @Test
    @DisplayName(
            "END-5 an agreement follows the one that it named first: of another that it names later it is no successor")
    void twoPredecessors() {
        licenses.created(3, 4);
        licenses.created(3, 2);
        licenses.created(2, 1);
        licenses.ended(2, CANCELLED);
        licenses.ended(1, SUPERSEDED);

        assertLockedAt(end);
    }

    @Test
    @DisplayName("END-5 agreements that name each other as the one before are no endless chain")
    void cycle() {
        licenses.created(2, 1);
        licenses.created(1, 2);
        licenses.ended(2, SUPERSEDED);
        licenses.ended(1, SUPERSEDED);

        assertLockedAt(end);
    }

    @Test
    @DisplayName("END-5 LOCK-6 what locks is the end of the successor, though its cascade broke and time ran first")
    void brokenCascade() {
        licenses.created(2, 1);
        licenses.ended(1, SUPERSEDED);
        scene.pass(Duration.ofHours(3));
        Instant received = scene.now();
        store.breakAfter(1);
        assertThatThrownBy(() -> licenses.ended(2, CANCELLED)).isInstanceOf(StoreUnavailable.class);
        store.mend();
        scene.pass(Duration.ofDays(2));
        assertThat(scene.billing.ask().lockState(shop().id(), scene.now()).get().lockAt())
                .contains(received);
        scene.billing.due().run(scene.now());

        assertLockedAt(received);
    }

    @Test
    @DisplayName("END-5 END-6 the activation of a later successor undoes the lock")
    void followedLater() {
        licenses.created(2, 1);
        licenses.ended(1, SUPERSEDED);
        licenses.ended(2, CANCELLED);
        assertLockedAt(end);
        scene.pass(Duration.ofDays(1));
        licenses.license(3, ACTIVATED);

        assertThat(shop().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    @DisplayName("LOCK-6 END-5 a late run that decides the ends of several successors locks by the last of them")
    void severalDecidedByALateRun() {
        threeInAChain();
        scene.pass(Duration.ofMinutes(20));
        licenses.license(3, DEPROVISIONED);
        Instant lost = scene.now().plus(Duration.ofMinutes(30));

        assertLostAt(lost, lost.plus(Duration.ofHours(2)));
    }

    @Test
    @DisplayName(
            "LOCK-6 END-5 so does it by an end that was received after time had decided the others, and before it ran")
    void receivedBeforeALateRun() {
        licenses.license(3, ACTIVATED);
        threeInAChain();
        scene.pass(Duration.ofMinutes(40));
        licenses.ended(3, CANCELLED);

        assertLostAt(scene.now(), scene.now().plus(Duration.ofHours(2)));
    }

    @Test
    @DisplayName(
            "LOCK-6 END-3 END-5 nobody loses a subscription before its own end is decided, though its successor ended before")
    void successorDecidedBefore() {
        licenses.created(2, 1);
        licenses.license(2, ACTIVATED);
        licenses.license(2, DEPROVISIONED);
        scene.pass(Duration.ofMinutes(20));
        licenses.license(1, DEPROVISIONED);
        Instant lost = scene.now().plus(Duration.ofMinutes(30));

        assertLostAt(lost, lost.plus(Duration.ofHours(2)));
    }

    @Test
    @DisplayName("END-5 who asks reads the subscription of each successor once")
    void eachOnce() {
        threeInAChain();
        licenses.license(3, DEPROVISIONED);
        List<WatchedStore.Call> told = new ArrayList<>();
        CloudBilling watched = scene.under(new WatchedStore(scene.store, told::add), Policies.defaults());

        List<String> calls =
                WatchedStore.calls(told, () -> watched.ask().lockState(shop().id(), end.plus(Duration.ofHours(1))));

        assertThat(calls).filteredOn("Subscriptions.latest"::equals).hasSize(2);
    }

    /** The second will have ended without a status; who follows it is named. */
    private void threeInAChain() {
        licenses.created(2, 1);
        licenses.created(3, 2);
        licenses.ended(1, SUPERSEDED);
        licenses.license(2, DEPROVISIONED);
    }

    private void assertLostAt(Instant lost, Instant late) {
        assertThat(stateAt(late).lockAt()).contains(lost);
        licenses.runAt(late);
        assertLockedAt(lost);
    }

    private LockState stateAt(Instant at) {
        return scene.billing.ask().lockState(shop().id(), at).get();
    }

    private void assertLockedAt(Instant at) {
        assertThat(shop().phase()).isEqualTo(Phase.LOCKED);
        assertThat(shop().locks().deadline()).contains(at.plus(Duration.ofDays(14)));
        assertThat(shop().successor()).isEmpty();
    }

    private Workspace shop() {
        return scene.workspace("wksp_shop");
    }
}
