package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.subscription.Sign.Kind.ACTIVATED;
import static com.guance.billing.subscription.Sign.Kind.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a subscription reaches more workspaces than one chunk holds, wherever it breaks off. */
class CascadesTest {

    private static final int MANY = 1_001;

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    @DisplayName("END-4 ARR-6 an activation completes every change that waits for it, once, wherever it breaks off")
    void activation(int transactions) {
        scene.claimAccount();
        IntStream.range(0, MANY).forEach(i -> scene.register(id(i), "us1"));
        scene.aws.subscribe(BUYER);
        Instant active = scene.now();
        broken(transactions);
        scene.events();
        assertThat(workspaces()).allSatisfy(workspace -> {
            assertThat(workspace.phase()).isEqualTo(Phase.ACTIVE);
            assertThat(workspace.bindings().all()).extracting(Binding::from).containsExactly(active);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    @DisplayName(
            "END-4 END-6 INV-3 an end locks every workspace, and subscribing again restores every one, wherever each breaks")
    void endAndReturn(int transactions) {
        scene.registerAccount();
        IntStream.range(0, MANY).forEach(i -> scene.register(id(i), "us1"));
        scene.pass(Duration.ofMinutes(5));
        Instant freeze = scene.now();
        scene.aws.cancel(BUYER);
        broken(transactions);
        assertThat(workspaces()).allSatisfy(workspace -> {
            assertThat(workspace.bindings().last().flatMap(Binding::until)).containsExactly(freeze);
            assertThat(workspace.locks().countdown().get().since()).isEqualTo(freeze);
        });
        Instant again = scene.now();
        scene.aws.subscribe(BUYER);
        broken(transactions);
        assertThat(workspaces()).allSatisfy(workspace -> {
            assertThat(workspace.isLocked()).isFalse();
            assertThat(workspace.bindings().last().map(Binding::from)).containsExactly(again);
        });
        assertThat(scene.events())
                .filteredOn(SettlementMethodChanged.class::isInstance)
                .hasSize(2 * MANY);
    }

    @Test
    @DisplayName("END-4 END-5 the successor binds every workspace that awaits it")
    void successor() {
        scene.claimAccount();
        Licenses licenses = new Licenses(scene);
        licenses.license(1, ACTIVATED);
        IntStream.range(0, MANY).forEach(i -> scene.register(id(i), "us1"));
        licenses.ended(1, SUPERSEDED);
        assertThat(workspaces()).allMatch(workspace -> workspace.phase() == Phase.AWAITING_SUCCESSOR);
        scene.pass(Duration.ofHours(23));
        licenses.license(2, ACTIVATED);
        assertThat(workspaces())
                .allMatch(workspace -> workspace.bindings().inForce().contains(licenses.through(2)));
    }

    @Test
    @DisplayName("END-4 END-5 all that awaited in vain are locked at the deadline, more than one chunk of them")
    void inVain() {
        scene.claimAccount();
        Licenses licenses = new Licenses(scene);
        licenses.license(1, ACTIVATED);
        IntStream.range(0, MANY).forEach(i -> scene.register(id(i), "us1"));
        licenses.ended(1, SUPERSEDED);
        Instant deadline = scene.now().plus(Duration.ofHours(24));
        scene.clock.moveTo(deadline.plusSeconds(7));
        assertThat(scene.billing.due().run(scene.now()).advanced()).isEqualTo(MANY);
        assertThat(workspaces())
                .allMatch(
                        workspace -> workspace.locks().countdown().get().since().equals(deadline));
    }

    /** The notices come while the store goes down; what is due runs when it is back. */
    private void broken(int transactions) {
        store.breakAfter(transactions);
        scene.aws.takeNotices().forEach(notice -> {
            try {
                scene.billing.receiveNotice().receive(scene.understood(notice));
            } catch (StoreUnavailable down) {
                store.mend();
                scene.billing.receiveNotice().receive(scene.understood(notice));
            }
        });
        store.mend();
        scene.pass(Duration.ofMinutes(1));
        scene.billing.due().run(scene.now());
    }

    private Stream<Workspace> workspaces() {
        return IntStream.range(0, MANY).mapToObj(i -> scene.workspace(id(i)));
    }

    private static String id(int number) {
        return "wksp_" + number;
    }
}
