package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockEvent;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can happen inside another transaction of a workspace's life, made to happen there, on real databases. */
class LifeInterleavingTest {

    /** A command finds its workspace, decides, and saves it. */
    private static final int AFTER_DECIDING = 2;

    @ParameterizedTest(name = "{0}, the account was watched before: {1}")
    @CsvSource({"H2, false", "POSTGRESQL, false", "H2, true", "POSTGRESQL, true"})
    @DisplayName("LOCK-7 arrears that begin inside a change to the Billing Center: it is locked in the same step")
    void arrearsInsideAChange(RealStore store, boolean watched) {
        Interrupted.on(store, (interrupted, stage) -> {
            WorkspaceId id = locked(stage);
            if (watched) {
                stage.owes();
                stage.pays();
            }
            interrupted.interrupt(Interrupted.At.WORKSPACES, AFTER_DECIDING, stage::owes);
            Workspace after = stage.choosesBillingCenter(id).get();
            assertThat(interrupted.happened()).isTrue();
            assertThat(after.bindings().inForce()).isNotEmpty();
            assertThat(after.locks().causes())
                    .containsExactly(
                            new LockCause.Arrears(stage.world().cast().holder().id()));
            stage.pays();
            assertThat(stage.world().workspace(id).get().isLocked()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("LOCK-7 UNL-2 arrears that are settled inside a change to the Billing Center: it is not locked")
    void settledInsideAChange(RealStore store) {
        Interrupted.on(store, (interrupted, stage) -> {
            WorkspaceId id = locked(stage);
            stage.owes();
            interrupted.interrupt(Interrupted.At.WORKSPACES, AFTER_DECIDING, stage::pays);
            Workspace after = stage.choosesBillingCenter(id).get();
            assertThat(interrupted.happened()).isTrue();
            assertThat(after.isLocked()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("ARR-6 an activation inside a confirmation: it is paid for at once, and does not wait in vain")
    void activationInsideAConfirmation(RealStore store) {
        Interrupted.on(store, (interrupted, stage) -> {
            WorkspaceId id = stage.world().cast().shop();
            MarketplaceNotice activation = stage.subscribes();
            stage.claims(stage.lands()).get();
            stage.awaits(id);
            interrupted.interrupt(Interrupted.At.WORKSPACES, AFTER_DECIDING, () -> stage.deliver(activation));
            Workspace after = stage.binds(id).get();
            assertThat(interrupted.happened()).isTrue();
            assertThat(Stage.isPaidByCloud(after)).isTrue();
            assertThat(after.waiting()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("END-4 an end inside a binding: it is refused, and nothing is written")
    void endInsideABinding(RealStore store) {
        Interrupted.on(store, (interrupted, stage) -> {
            WorkspaceId id = stage.world().cast().shop();
            stage.arrives();
            stage.existsUnder(stage.world().cast().holder().id(), id);
            Workspace before = stage.world().workspace(id).get();
            MarketplaceNotice end = stage.cancels();
            interrupted.interrupt(Interrupted.At.WORKSPACES, AFTER_DECIDING, () -> stage.deliver(end));
            assertThat(stage.binds(id))
                    .isEqualTo(Either.left(new SettlementRefusal.NoActiveSubscription(stage.account())));
            assertThat(interrupted.happened()).isTrue();
            assertThat(stage.world().workspace(id)).containsExactly(before);
        });
    }

    /** A chunk uses the workspaces twice: it reads and it saves. */
    @ParameterizedTest(name = "{0}: {1} workspaces, interrupted at use {2}")
    @CsvSource({"H2, 500, 2", "POSTGRESQL, 500, 2", "H2, 501, 3", "POSTGRESQL, 501, 3"})
    @DisplayName(
            "END-4 END-6 an end inside a chunk of a return: whoever hears it finishes that first; each is restored once,"
                    + " and locked again once")
    void endInsideTheReturn(RealStore store, int count, int use) {
        Interrupted.on(store, (interrupted, stage) -> {
            stage.arrives();
            Crowd crowd = new Crowd(interrupted, stage.world(), "returning", count);
            crowd.paidByCloud();
            stage.deliver(stage.cancels());
            MarketplaceNotice activation = stage.subscribes();
            MarketplaceNotice end = stage.cancels();
            interrupted.interrupt(Interrupted.At.WORKSPACES, use, () -> stage.deliver(end));
            stage.deliver(activation);
            assertThat(interrupted.happened()).isTrue();
            assertThat(crowd.now()).hasSize(count).allMatch(Workspace::isLocked).noneMatch(Stage::isPaidByCloud);
            assertThat(crowd.now().stream()
                            .filter(workspace -> workspace.bindings().all().size() == 2)
                            .count())
                    .isEqualTo(count);
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("LOCK-6 a node that runs inside another's run at a deadline: each event once")
    void runInsideARun(RealStore store) {
        Interrupted.on(store, (interrupted, stage) -> {
            WorkspaceId id = locked(stage);
            stage.world().clock().advance(Duration.ofDays(14));
            stage.events();
            interrupted.interrupt(Interrupted.At.WORKSPACES, AFTER_DECIDING, stage::run);
            assertThat(stage.run().advanced()).isZero();
            assertThat(interrupted.happened()).isTrue();
            assertThat(stage.events())
                    .filteredOn(event -> event.subject().equals(id.value()))
                    .extracting(DomainEvent::getClass)
                    .isEqualTo(java.util.List.of(
                            LockEvent.LockReminded.class,
                            LockEvent.LockReminded.class,
                            LockEvent.LockReminded.class,
                            LockEvent.FullyLocked.class));
        });
    }

    /** A workspace that the end of its subscription has locked. */
    private static WorkspaceId locked(Stage stage) {
        WorkspaceId id = stage.world().cast().shop();
        stage.arrives();
        stage.registers(id, Stage.GOOD).get();
        stage.deliver(stage.cancels());
        return id;
    }
}
