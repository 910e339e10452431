package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can happen inside another transaction, made to happen there, on real databases. */
class InterleavingTest {

    /** A landing reads the subscription, then saves it. */
    private static final int AFTER_READING_THE_SUBSCRIPTION = 2;

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "END-4 UNL-4 ARR-6 an end inside a landing: it does not put the account back on file, and who binds waits")
    void endInsideALanding(RealStore store) {
        Interrupted.on(store, (interrupted, stage) -> {
            stage.arrives();
            WorkspaceId bound = stage.world().cast().shop();
            stage.registers(bound, Stage.GOOD).get();
            WorkspaceId other = stage.world().cast().search();
            stage.existsUnder(stage.world().cast().holder().id(), other);
            MarketplaceNotice end = stage.cancels();
            interrupted.interrupt(
                    Interrupted.At.SUBSCRIPTIONS, AFTER_READING_THE_SUBSCRIPTION, () -> stage.deliver(end));
            stage.lands();
            assertThat(interrupted.happened()).isTrue();
            assertThat(stage.isOnFile()).isFalse();
            assertThat(stage.isPaidByCloud(bound)).isFalse();
            for (WorkspaceId id : List.of(bound, other)) {
                assertThat(stage.binds(id).get().waiting()).isNotEmpty();
                assertThat(stage.isPaidByCloud(id)).isFalse();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("END-6 NOT-2 an activation inside the first landing of a pending subscription: the account can pay")
    void activationInsideALanding(RealStore store) {
        Interrupted.on(store, (interrupted, stage) -> {
            stage.deliver(stage.subscribes());
            stage.deliver(stage.cancels());
            MarketplaceNotice activation = stage.subscribes();
            interrupted.interrupt(
                    Interrupted.At.SUBSCRIPTIONS, AFTER_READING_THE_SUBSCRIPTION, () -> stage.deliver(activation));
            stage.claims(stage.lands()).get();
            assertThat(interrupted.happened()).isTrue();
            assertThat(stage.isOnFile()).isTrue();
            WorkspaceId id = stage.world().cast().shop();
            assertThat(stage.registers(id, Stage.GOOD).isRight()).isTrue();
            assertThat(stage.isPaidByCloud(id)).isTrue();
        });
    }

    /** A chunk uses the workspaces twice: it reads and it saves. */
    @ParameterizedTest(name = "{0}: {1} workspaces, interrupted at use {2}")
    @CsvSource({"H2, 500, 1", "POSTGRESQL, 500, 1", "H2, 501, 3", "POSTGRESQL, 501, 3"})
    @DisplayName(
            "END-4 END-6 a return to life inside a chunk of the cascade: whoever hears it finishes that first; each is"
                    + " locked once, and restored once")
    void returnInsideTheCascade(RealStore store, int count, int use) {
        Interrupted.on(store, (interrupted, stage) -> {
            stage.arrives();
            Crowd crowd = new Crowd(interrupted, stage.world(), "bound", count);
            crowd.paidByCloud();
            MarketplaceNotice end = stage.cancels();
            MarketplaceNotice activation = stage.subscribes();
            interrupted.interrupt(Interrupted.At.WORKSPACES, use, () -> stage.deliver(activation));
            stage.deliver(end);
            assertThat(interrupted.happened()).isTrue();
            List<Workspace> after = crowd.now();
            assertThat(after).hasSize(count).noneMatch(Workspace::isLocked).allMatch(Stage::isPaidByCloud);
            assertThat(after.stream()
                            .filter(workspace -> workspace.bindings().all().size() == 2)
                            .count())
                    .isEqualTo(count);
            assertThat(stage.isOnFile()).isTrue();
        });
    }
}
