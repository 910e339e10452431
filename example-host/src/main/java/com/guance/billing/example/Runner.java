package com.guance.billing.example;

import com.guance.billing.application.CloudBilling;
import com.guance.billing.ports.driving.Delivery;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.driving.TellEvents;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due and tells what happened, round after round, on one node of a host; other nodes run theirs whenever they like
 * (LOCK-6, SUB-9). What breaks is logged, and holds up neither the rest of its round nor the next one.
 */
final class Runner {

    private static final int EVENTS_AT_ONCE = 100;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final RunDue due;
    private final TellEvents events;
    private final Consumer<Delivery> listener;
    private final InstantSource clock;
    private final Logger log;
    private final ReentrantLock underWay = new ReentrantLock();
    private volatile boolean stopped;

    Runner(RunDue due, TellEvents events, Consumer<Delivery> listener, InstantSource clock, Logger log) {
        this.due = due;
        this.events = events;
        this.listener = listener;
        this.clock = clock;
        this.log = log;
    }

    /**
     * A runner that has not begun.
     *
     * @param listener hears of each event at least once, inside a transaction
     */
    static Runner of(CloudBilling billing, Consumer<Delivery> listener, InstantSource clock) {
        return new Runner(billing.due(), billing.tellEvents(), listener, clock, LoggerFactory.getLogger(Runner.class));
    }

    /**
     * Begins with a round at once.
     *
     * @param timer makes the rounds, and ends them when it is shut down, as {@link #stop} does
     * @param pause from the end of a round to the beginning of the next, positive; no more than a second if that round has left
     *     records to the next second (SUB-7)
     */
    void start(ScheduledExecutorService timer, Duration pause) {
        timer.execute(() -> goOn(timer, pause));
    }

    /** The next round is made whatever has become of this one. */
    private void goOn(ScheduledExecutorService timer, Duration pause) {
        Duration rest = pause;
        try {
            rest = round() && pause.compareTo(SECOND) > 0 ? SECOND : pause;
        } finally {
            if (!stopped && !timer.isShutdown()) {
                ScheduledFuture<?> unused =
                        timer.schedule(() -> goOn(timer, pause), rest.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /**
     * One round, unless one is under way or there is to be none any more.
     *
     * @return whether it has left records to the next second
     */
    boolean round() {
        if (!underWay.tryLock()) {
            return false;
        }
        try {
            return !stopped && doAndTell();
        } finally {
            underWay.unlock();
        }
    }

    private boolean doAndTell() {
        Option<RunDue.Done> done = attempt("what is due", () -> due.run(clock.instant()));
        Option<Integer> unused = attempt("telling events", this::tellAll);
        return done.exists(RunDue.Done::rateReached);
    }

    /**
     * Begins no further round, and waits for the one under way.
     *
     * @param atMost how long
     * @return whether none is under way any more
     * @throws InterruptedException if the waiting is interrupted
     */
    boolean stop(Duration atMost) throws InterruptedException {
        stopped = true;
        boolean isOver = underWay.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (isOver) {
            underWay.unlock();
        }
        return isOver;
    }

    private int tellAll() {
        int told = 0;
        int more;
        do {
            more = events.tell(listener, clock.instant(), EVENTS_AT_ONCE);
            told += more;
        } while (more > 0);
        return told;
    }

    /** Also errors, and what the compiler would not let pass: whatever a round let through would end the rounds in silence. */
    private <T> Option<T> attempt(String what, Supplier<T> work) {
        try {
            return Option.some(work.get());
        } catch (Fault.TryAgain passing) {
            report(() -> log.warn("{}: {}, the next round tries again", what, name(passing), passing));
        } catch (Throwable lasting) {
            report(() -> log.error("{}: {}, the next round tries again", what, name(lasting), lasting));
        }
        return Option.none();
    }

    /** Where the log fails too, the thread's handler of uncaught exceptions is the only sign that is left. */
    private static void report(Runnable logging) {
        try {
            logging.run();
        } catch (RuntimeException | Error broken) {
            Thread thread = Thread.currentThread();
            try {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, broken);
            } catch (RuntimeException | Error careless) {
                // nothing is left to report by
            }
        }
    }

    private static String name(Throwable broken) {
        return broken.getClass().getSimpleName();
    }
}
