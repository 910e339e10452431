package com.guance.billing.example;

import com.guance.billing.DomainEvent;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.driving.TellEvents;
import com.guance.billing.ports.faults.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due and tells what happened, round after round, on one node of a host; other nodes run theirs whenever they like
 * (LOCK-6, SUB-9). What breaks is logged, and holds up neither the rest of its round nor the next one.
 */
final class Runner {

    private static final int EVENTS_AT_ONCE = 100;

    private final RunDue due;
    private final TellEvents events;
    private final Consumer<DomainEvent> listener;
    private final InstantSource clock;
    private final Logger log;
    private final ReentrantLock underWay = new ReentrantLock();
    private volatile boolean stopped;

    Runner(RunDue due, TellEvents events, Consumer<DomainEvent> listener, InstantSource clock, Logger log) {
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
    static Runner of(CloudBilling billing, Consumer<DomainEvent> listener, InstantSource clock) {
        return new Runner(billing.due(), billing.tellEvents(), listener, clock, LoggerFactory.getLogger(Runner.class));
    }

    /**
     * Begins with a round at once.
     *
     * @param pause from the end of a round to the beginning of the next; positive, at most a few seconds: a round makes no more calls
     *     than one second permits (SUB-7)
     * @return what ends it, but for a round under way
     */
    ScheduledFuture<?> start(ScheduledExecutorService timer, Duration pause) {
        return timer.scheduleWithFixedDelay(this::round, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One round, unless one is under way or there is to be none any more. */
    void round() {
        if (!underWay.tryLock()) {
            return;
        }
        try {
            if (!stopped) {
                attempt("what is due", () -> due.run(clock.instant()));
                attempt("telling events", this::tellAll);
            }
        } finally {
            underWay.unlock();
        }
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

    private void tellAll() {
        int told;
        do {
            told = events.tell(listener, EVENTS_AT_ONCE);
        } while (told > 0);
    }

    /** Also errors: whatever a round let through would end the schedule without a word. */
    private void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (Fault.TryAgain passing) {
            log.warn("{}: {}, the next round tries again", what, name(passing), passing);
        } catch (RuntimeException | Error lasting) {
            log.error("{}: {}, the next round tries again", what, name(lasting), lasting);
        }
    }

    private static String name(Throwable broken) {
        return broken.getClass().getSimpleName();
    }
}
