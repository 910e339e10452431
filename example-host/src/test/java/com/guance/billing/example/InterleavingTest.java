package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen inside another transaction, made to happen there, on real databases. */
class InterleavingTest {

    private static final int CHUNK = 500;

    /** A landing reads the subscription, then saves it. */
    private static final int AFTER_READING_THE_SUBSCRIPTION = 2;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"h2", "postgres"})
    @DisplayName("END-4 UNL-4 an end inside a landing: the landing does not put the account back on file")
    void endInsideALanding(String store) {
        on(store, (interrupted, stage) -> {
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
            List.of(bound, other)
                    .forEach(id -> assertThat(stage.binds(id))
                            .isEqualTo(Either.left(new SettlementRefusal.NoActiveSubscription(stage.account()))));
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"h2", "postgres"})
    @DisplayName("END-6 NOT-2 an activation inside the first landing of a pending subscription: the account can pay")
    void activationInsideALanding(String store) {
        on(store, (interrupted, stage) -> {
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
    @ParameterizedTest(name = "{0}: {1} workspaces, interrupted at use {2}, {3} locked")
    @CsvSource({"h2, 500, 1, 0", "postgres, 500, 1, 0", "h2, 501, 3, 500", "postgres, 501, 3, 500"})
    @DisplayName(
            "END-4 END-6 a return to life inside a chunk of the cascade: that chunk is not written, those before stay")
    void returnInsideTheCascade(String store, int count, int use, int locked) {
        on(store, (interrupted, stage) -> {
            stage.arrives();
            List<WorkspaceId> bound = IntStream.range(0, count)
                    .mapToObj(
                            i -> new WorkspaceId("wksp_" + stage.world().cast().run() + "_" + i))
                    .collect(Collectors.toUnmodifiableList());
            bound.forEach(id -> stage.registers(id, Stage.GOOD).get());
            MarketplaceNotice end = stage.cancels();
            MarketplaceNotice activation = stage.subscribes();
            interrupted.interrupt(Interrupted.At.WORKSPACES, use, () -> stage.deliver(activation));
            stage.deliver(end);
            assertThat(interrupted.happened()).isTrue();
            List<Workspace> after = bound.stream()
                    .map(id -> stage.world().billing().ask().workspace(id).get())
                    .collect(Collectors.toUnmodifiableList());
            assertThat(after).allMatch(workspace -> workspace.isLocked() != Stage.isPaidByCloud(workspace));
            assertThat(after.stream().filter(Workspace::isLocked).count())
                    .isEqualTo(locked)
                    .satisfies(number -> assertThat(number % CHUNK).isZero());
            assertThat(stage.isOnFile()).isTrue();
        });
    }

    private static void on(String store, Play play) {
        String url = store.equals("postgres") ? "postgres=" + server.getJdbcUrl("postgres", "postgres") : store;
        try (OpenStore open = StoreChoice.of("--store", url).get().open()) {
            Interrupted interrupted = new Interrupted(open.unitOfWork());
            try (World world = World.over(new OpenStore(interrupted, () -> {}))) {
                play.on(interrupted, new Stage(world));
            }
        }
    }

    @FunctionalInterface
    private interface Play {
        void on(Interrupted interrupted, Stage stage);
    }
}
