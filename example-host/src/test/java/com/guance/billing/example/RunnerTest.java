package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.driving.TellEvents;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host's rounds. */
class RunnerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-10T09:00:00Z"));
    private static final RunDue.Done NOTHING = new RunDue.Done(0, 0, 0, 0);
    private static final TellEvents SILENT = (listener, at, limit) -> 0;
    private static final Duration PAUSE = Duration.ofNanos(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final LogLines log = new LogLines();

    @AfterEach
    void endTimer() {
        timer.shutdownNow();
    }

    @Test
    @DisplayName("LOCK-6 round after round, at the time that it is then")
    void roundAfterRound() throws InterruptedException {
        AtomicInteger seconds = new AtomicInteger();
        InstantSource ticking = () -> CLOCK.instant().plusSeconds(seconds.getAndIncrement());
        CountDownLatch third = new CountDownLatch(1);
        Runner runner = runner(
                at -> {
                    if (at.equals(CLOCK.instant().plusSeconds(2))) {
                        third.countDown();
                    }
                    return NOTHING;
                },
                SILENT,
                ticking);
        runner.start(timer, PAUSE);
        comes(third);
        assertThat(runner.stop(Duration.ofMinutes(1))).isTrue();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    @DisplayName(
            "SUB-7 a round that has left records to the next second is followed a second later, any other after the"
                    + " pause")
    void rateReached() {
        Deque<Boolean> rounds = new ArrayDeque<>(List.of(true, false));
        Runner runner = runner(at -> new RunDue.Done(0, 0, 0, 25, rounds.remove()), SILENT);
        Impatient impatient = new Impatient();
        runner.start(impatient, Duration.ofHours(1));
        impatient.shutdownNow();
        assertThat(rounds).isEmpty();
        assertThat(impatient.waits).containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofHours(1));
    }

    static Stream<Throwable> broken() {
        return Stream.of(
                new MarketplaceUnavailable("down", null),
                new MarketplaceMisconfigured("no credentials", null),
                new IllegalStateException("a bug"),
                new StackOverflowError(),
                new NoClassDefFoundError("gone"),
                new AssertionError("a bug"),
                new InterruptedException("stopped"));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("what breaks is logged by its type; events are told all the same, and the next round goes on")
    void broken(Throwable broken) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(2);
        Runner runner = runner(
                at -> {
                    throw thrown(broken);
                },
                (listener, at, limit) -> {
                    told.countDown();
                    return 0;
                });
        runner.start(timer, PAUSE);
        comes(told);
        assertThat(runner.stop(Duration.ofMinutes(1))).isTrue();
        assertThat(log.lines())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.contains(broken.getClass().getSimpleName()))
                .allMatch(line -> line.startsWith(broken instanceof MarketplaceUnavailable ? "WARN" : "ERROR"));
    }

    @Test
    @DisplayName("a listener that breaks is logged; what is due is done in the next round all the same")
    void listenerBreaks() {
        AtomicInteger rounds = new AtomicInteger();
        Runner runner = runner(at -> counted(rounds), (listener, at, limit) -> {
            throw new IllegalArgumentException();
        });
        runner.round();
        runner.round();
        assertThat(rounds).hasValue(2);
        assertThat(log.lines()).hasSize(2).allMatch(line -> line.contains("telling events: IllegalArgumentException"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    @DisplayName(
            "REL-4 a listener that throws at an event ends no rounds: what is due is done, and the next round goes on")
    void listenerThrows(Throwable broken) throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        Runner runner = runner(
                at -> {
                    rounds.countDown();
                    return NOTHING;
                },
                (listener, at, limit) -> {
                    throw thrown(broken);
                });
        runner.start(timer, PAUSE);
        comes(rounds);
        assertThat(runner.stop(Duration.ofMinutes(1))).isTrue();
        assertThat(log.lines()).hasSizeGreaterThan(1).allMatch(line -> line.contains("telling events: "));
    }

    @Test
    @DisplayName("REL-1 a logger that throws ends no rounds: events are told in the same round, the next round goes on,"
            + " and what it threw reaches the thread's handler of uncaught exceptions")
    void loggerThrows() throws InterruptedException {
        List<Throwable> signs = new CopyOnWriteArrayList<>();
        ScheduledExecutorService watched = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work);
            thread.setUncaughtExceptionHandler((its, thrown) -> {
                signs.add(thrown);
                throw new IllegalStateException("careless");
            });
            return thread;
        });
        CountDownLatch told = new CountDownLatch(3);
        Runner runner = new Runner(
                at -> {
                    throw new IllegalStateException("a bug");
                },
                (listener, at, limit) -> {
                    told.countDown();
                    return 0;
                },
                event -> {},
                CLOCK,
                log.thatThrows(new NoClassDefFoundError("no appender")));
        runner.start(watched, PAUSE);
        comes(told);
        assertThat(runner.stop(Duration.ofMinutes(1))).isTrue();
        watched.shutdownNow();
        assertThat(signs).hasSizeGreaterThan(1).allMatch(NoClassDefFoundError.class::isInstance);
    }

    @Test
    @DisplayName("REL-1 a thread that is interrupted in a round makes the next one all the same")
    void interrupted() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        Runner runner = runner(
                at -> {
                    rounds.countDown();
                    Thread.currentThread().interrupt();
                    return NOTHING;
                },
                SILENT);
        runner.start(timer, PAUSE);
        comes(rounds);
        assertThat(runner.stop(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    @DisplayName("REL-1 a clock that throws ends no rounds")
    void clockThrows() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(5);
        Runner runner = runner(at -> NOTHING, SILENT, () -> {
            asked.countDown();
            throw new NoClassDefFoundError("no time zones");
        });
        runner.start(timer, PAUSE);
        comes(asked);
        assertThat(runner.stop(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    @DisplayName("no round begins while one is under way; stopping waits for that one, and there is none after it")
    void stopping() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Runner runner = runner(
                at -> {
                    begun.countDown();
                    comes(released);
                    return counted(rounds);
                },
                (listener, at, limit) -> {
                    finished.incrementAndGet();
                    return 0;
                });
        runner.start(timer, PAUSE);
        comes(begun);
        runner.round();
        assertThat(rounds).hasValue(0);
        assertThat(runner.stop(Duration.ZERO)).isFalse();
        released.countDown();
        assertThat(runner.stop(Duration.ofMinutes(1))).isTrue();
        assertThat(finished).hasValue(1);
        runner.round();
        assertThat(rounds).hasValue(1);
    }

    @Test
    @DisplayName("LOCK-6 all that happened in a world is told, and nothing is left to tell")
    void tellsAll() {
        try (OpenStore store = StoreChoice.of("--store", "inmemory").get().open();
                World world = World.over(store)) {
            Stage stage = new Stage(world);
            stage.arrives();
            List<DomainEvent> told = new ArrayList<>();
            Runner.of(world.billing(), delivery -> told.add(delivery.event()), world.clock())
                    .round();
            assertThat(told).isNotEmpty();
            assertThat(stage.events()).isEmpty();
        }
    }

    /** Does at once what is to wait for less than an hour. */
    private static final class Impatient extends ScheduledThreadPoolExecutor {

        private final List<Duration> waits = new ArrayList<>();

        Impatient() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable work, long wait, TimeUnit unit) {
            Duration waited = Duration.of(wait, unit.toChronoUnit());
            waits.add(waited);
            if (waited.compareTo(Duration.ofHours(1)) < 0) {
                work.run();
            }
            return super.schedule(() -> {}, 0, unit);
        }
    }

    private Runner runner(RunDue due, TellEvents events) {
        return runner(due, events, CLOCK);
    }

    private Runner runner(RunDue due, TellEvents events, InstantSource clock) {
        return new Runner(due, events, event -> {}, clock, log);
    }

    private static RunDue.Done counted(AtomicInteger rounds) {
        rounds.incrementAndGet();
        return NOTHING;
    }

    /** Throws it, also where the compiler would not let it pass, as some languages and tools do. */
    @SuppressWarnings("unchecked") // which is how it passes
    private static <T extends Throwable> RuntimeException thrown(Throwable broken) throws T {
        throw (T) broken;
    }

    private static void comes(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
