package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockEvent;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Several threads at once in the life of workspaces, on real databases. */
class LifeRacesTest {

    private static final int MANY = 24;

    @ParameterizedTest
    @EnumSource
    @DisplayName("LOCK-7 who comes to be settled by an account while its arrears begin is locked; none stays unlocked")
    void settlingRacesArrears(RealStore store) {
        on(store, (stage, crowd) -> {
            stage.arrives();
            crowd.paidByCloud();
            stage.deliver(stage.cancels());
            race(crowd, stage::choosesBillingCenter, stage::owes);
            stage.run();
            assertThat(crowd.now()).hasSize(MANY).allMatch(Workspace::isLocked);
            assertThat(crowd.now().stream().filter(LifeRacesTest::isSettledByCenter))
                    .isNotEmpty()
                    .allMatch(LifeRacesTest::isLockedByArrears);
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("LOCK-7 UNL-2 who comes to be settled by an account while its arrears are settled is unlocked by then")
    void settlingRacesTheEndOfArrears(RealStore store) {
        on(store, (stage, crowd) -> {
            stage.arrives();
            crowd.paidByCloud();
            stage.deliver(stage.cancels());
            stage.owes();
            race(crowd, stage::choosesBillingCenter, stage::pays);
            stage.run();
            assertThat(crowd.now()).hasSize(MANY).noneMatch(LifeRacesTest::isLockedByArrears);
            assertThat(crowd.now().stream().filter(LifeRacesTest::isSettledByCenter))
                    .isNotEmpty()
                    .noneMatch(Workspace::isLocked);
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "ARR-5 ARR-6 whoever confirms while the subscription becomes active is paid for; nobody waits for ever")
    void confirmingRacesTheActivation(RealStore store) {
        on(store, (stage, crowd) -> {
            MarketplaceNotice activation = stage.subscribes();
            stage.claims(stage.lands()).get();
            halfAwait(stage, crowd);
            List<Object> answers = race(crowd, stage::binds, () -> stage.deliver(activation));
            stage.run();
            assertThat(answers).doesNotHaveAnyElementsOfTypes(Throwable.class);
            assertThat(crowd.now())
                    .hasSize(MANY)
                    .allMatch(Stage::isPaidByCloud)
                    .allMatch(workspace -> workspace.waiting().isEmpty());
        });
    }

    @ParameterizedTest(name = "{0}, the end is sent first: {1}")
    @CsvSource({"H2, true", "POSTGRESQL, true", "H2, false", "POSTGRESQL, false"})
    @DisplayName(
            "ARR-6 END-4 SET-13 confirming while the subscription becomes active and ends leaves no dead payer; a request"
                    + " waits on only if the end was received first, and the next activation completes it")
    void confirmingRacesActivationAndEnd(RealStore store, boolean endIsSentFirst) {
        on(store, (stage, crowd) -> {
            MarketplaceNotice activation = stage.subscribes();
            stage.claims(stage.lands()).get();
            halfAwait(stage, crowd);
            MarketplaceNotice end = stage.cancels();
            AtomicReference<NoticeOutcome> activated = new AtomicReference<>();
            Runnable activates = () -> activated.set(stage.deliver(activation));
            Runnable ends = () -> stage.deliver(end);
            List<Object> answers = endIsSentFirst
                    ? race(crowd, stage::binds, activates, ends) // each is put before the others
                    : race(crowd, stage::binds, ends, activates);
            stage.run();
            Set<WorkspaceId> accepted = accepted(answers);
            assertThat(answers).doesNotHaveAnyElementsOfTypes(Throwable.class);
            assertThat(crowd.now())
                    .hasSize(MANY)
                    .noneMatch(Stage::isPaidByCloud)
                    .allMatch(LifeRacesTest::isNobodyServedForNothing);
            boolean endedFirst = activated.get() instanceof NoticeOutcome.Stale;
            assertThat(ids(crowd, workspace -> workspace.waiting().isDefined()))
                    .isEqualTo(endedFirst ? accepted : Set.of());
            assertThat(ids(crowd, Workspace::isLocked)).isEqualTo(endedFirst ? Set.of() : accepted);

            stage.world().clock().advance(Duration.ofMinutes(65));
            stage.world().aws().takeNotices().forEach(stage::deliver);
            stage.deliver(stage.subscribes());
            assertThat(ids(crowd, Stage::isPaidByCloud)).isEqualTo(accepted);
            assertThat(crowd.now())
                    .noneMatch(Workspace::isLocked)
                    .allMatch(workspace -> workspace.waiting().isEmpty());
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("END-4 END-6 a return that races the next end restores nothing for good")
    void returningRacesTheNextEnd(RealStore store) {
        on(store, (stage, crowd) -> {
            stage.arrives();
            crowd.paidByCloud();
            stage.deliver(stage.cancels());
            stage.world().clock().advance(Duration.ofMinutes(65));
            stage.world().aws().takeNotices().forEach(stage::deliver);
            MarketplaceNotice activation = stage.subscribes();
            MarketplaceNotice end = stage.cancels();
            AtOnce.all(List.of(() -> stage.deliver(activation), () -> stage.deliver(end), stage::run, stage::run));
            stage.run();
            assertThat(stage.isOnFile()).isFalse();
            assertThat(crowd.now()).hasSize(MANY).allMatch(Workspace::isLocked).noneMatch(Stage::isPaidByCloud);
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("LOCK-3 LOCK-4 LOCK-6 four nodes that run at a deadline remind and lock fully once")
    void nodesRaceAtTheDeadline(RealStore store) {
        on(store, (stage, crowd) -> {
            stage.arrives();
            crowd.paidByCloud();
            stage.deliver(stage.cancels());
            stage.events();
            stage.world().clock().advance(Duration.ofDays(14));
            List<Object> answers = AtOnce.all(AtOnce.times(4, stage::run));
            assertThat(answers.stream()
                                    .filter(Done.class::isInstance)
                                    .mapToInt(done -> ((Done) done).advanced())
                                    .sum()
                            + stage.run().advanced())
                    .isEqualTo(MANY);
            List<DomainEvent> told = stage.events();
            assertThat(perWorkspace(told, LockEvent.LockReminded.class))
                    .hasSize(MANY)
                    .values()
                    .containsOnly(3L);
            assertThat(perWorkspace(told, LockEvent.FullyLocked.class))
                    .hasSize(MANY)
                    .values()
                    .containsOnly(1L);
        });
    }

    private static Map<String, Long> perWorkspace(List<DomainEvent> told, Class<? extends LockEvent> kind) {
        return told.stream()
                .filter(kind::isInstance)
                .collect(Collectors.groupingBy(DomainEvent::subject, Collectors.counting()));
    }

    private static void halfAwait(Stage stage, Crowd crowd) {
        for (WorkspaceId id : crowd.ids()) {
            if (id.value().endsWith("0") || id.value().endsWith("5")) {
                stage.existsUnder(stage.world().cast().holder().id(), id);
            } else {
                stage.awaits(id);
            }
        }
    }

    private static List<Object> race(Crowd crowd, Ask ask, Runnable... happenings) {
        List<Callable<?>> all = new ArrayList<>();
        crowd.ids().forEach(id -> all.add(() -> ask.of(id)));
        Stream.of(happenings)
                .forEach(happening -> all.add(MANY / 4, () -> {
                    happening.run();
                    return happening;
                }));
        return AtOnce.all(all);
    }

    private static Set<WorkspaceId> accepted(List<Object> answers) {
        return answers.stream()
                .filter(Either.class::isInstance)
                .flatMap(answer -> ((Either<?, ?>) answer).toJavaStream())
                .map(bound -> ((Workspace) bound).id())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<WorkspaceId> ids(Crowd crowd, Predicate<Workspace> which) {
        return crowd.now().stream().filter(which).map(Workspace::id).collect(Collectors.toUnmodifiableSet());
    }

    private static void on(RealStore store, Play play) {
        try (OpenStore open = store.open();
                World world = World.over(open)) {
            play.on(new Stage(world), new Crowd(open.unitOfWork(), world, "life", MANY));
        }
    }

    private static boolean isSettledByCenter(Workspace workspace) {
        return workspace.bindings().inForce().exists(method -> method.cloud().isEmpty());
    }

    private static boolean isLockedByArrears(Workspace workspace) {
        return workspace.locks().causes().stream().anyMatch(LockCause.Arrears.class::isInstance);
    }

    /** UNL-4. */
    private static boolean isNobodyServedForNothing(Workspace workspace) {
        return workspace.isLocked()
                || workspace.activeSince().isEmpty()
                || workspace.bindings().inForce().isDefined();
    }

    @FunctionalInterface
    private interface Ask {
        Object of(WorkspaceId id);
    }

    @FunctionalInterface
    private interface Play {
        void on(Stage stage, Crowd crowd);
    }
}
