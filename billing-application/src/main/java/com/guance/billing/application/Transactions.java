package com.guance.billing.application;

import com.guance.billing.DomainEvent;
import com.guance.billing.policy.TimePolicy;
import com.guance.billing.ports.driven.RetryPause;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Watcher;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The one place that runs transactions, and runs them again when they lost a race. */
final class Transactions {

    private static final int ATTEMPTS = 50;

    private final UnitOfWork unit;
    private final Watcher watcher;
    private final RetryPause pause;
    private final Timekeeping time;
    private final Option<Instant> judgedAt;

    Transactions(UnitOfWork unit, Watcher watcher, RetryPause pause) {
        this(unit, watcher, pause, new Timekeeping(TimePolicy.defaults()));
    }

    Transactions(UnitOfWork unit, Watcher watcher, RetryPause pause, Timekeeping time) {
        this(unit, watcher, pause, time, Option.none());
    }

    private Transactions(
            UnitOfWork unit, Watcher watcher, RetryPause pause, Timekeeping time, Option<Instant> judgedAt) {
        this.unit = unit;
        this.watcher = watcher;
        this.pause = pause;
        this.time = time;
        this.judgedAt = judgedAt;
    }

    /** The same for one run: a store that could not be reached is not asked again (REL-3). */
    Transactions ofOneRun() {
        return new Transactions(new UntilUnreachable(unit), watcher, pause, time, judgedAt);
    }

    /** The same, each of which fails where what it is asked at is unconfirmed (LOCK-8). */
    Transactions judgedAt(Instant at) {
        return new Transactions(unit, watcher, pause, time, Option.some(at));
    }

    /**
     * Checks an instant before something is done outside of the store that cannot be undone (LOCK-8).
     *
     * @throws com.guance.billing.ports.faults.TimeUnconfirmed if it lies far after the last run
     */
    void requireCertain(Instant at) {
        boolean unused = judgedAt(at).run(stores -> true);
    }

    /** The certainty of instants. */
    Timekeeping time() {
        return time;
    }

    /** Runs work that may refuse; left writes nothing. */
    <L, R> Either<L, R> ask(Function<Stores, Either<L, R>> work) {
        for (int attempt = 1; ; attempt++) {
            List<DomainEvent> saved = new ArrayList<>();
            Set<UnreadableEntry> leftOut = new LinkedHashSet<>();
            try {
                Either<L, R> ended = watched(unit.inTransaction(stores -> noted(stores, work, saved, leftOut)), saved);
                record(leftOut);
                return ended;
            } catch (StaleVersion lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
                pause.before(attempt);
            } catch (EntryUnreadable unreadable) {
                record(unreadable.entries());
                throw unreadable;
            }
        }
    }

    private <L, R> Either<L, R> noted(
            Stores stores, Function<Stores, Either<L, R>> work, List<DomainEvent> saved, Set<UnreadableEntry> leftOut) {
        judgedAt.forEach(at -> time.check(stores, at));
        Either<L, R> result = work.apply(new NotedStores(stores, saved));
        leftOut.addAll(stores.unreadables().leftOut());
        return result;
    }

    /** What cannot be read is recorded, and told when it was not before (REL-1); that this fails changes nothing. */
    private void record(Collection<UnreadableEntry> unreadable) {
        if (unreadable.isEmpty()) {
            return;
        }
        try {
            List<UnreadableEntry> fresh = unit.<Void, List<UnreadableEntry>>inTransaction(
                            stores -> Either.right(stores.unreadables().add(unreadable)))
                    .get();
            if (!fresh.isEmpty()) {
                watcher.unreadable(fresh);
            }
        } catch (RuntimeException notRecorded) {
            watcher.faulted(notRecorded);
        }
    }

    /** Who watches. */
    Watcher watcher() {
        return watcher;
    }

    /** What is done although something of it fails; whatever fails is told to who watches. */
    FirstFailure failures() {
        return new FirstFailure(watcher::faulted);
    }

    /** The same for a step whose caller counts it, and so reports the failure that it rethrows. */
    FirstFailure failuresOfCounted() {
        return FirstFailure.ofCounted(watcher::faulted);
    }

    private <L, R> Either<L, R> watched(Either<L, R> ended, List<DomainEvent> saved) {
        if (ended.isRight()) {
            watcher.committed(saved);
        }
        return ended;
    }

    /** Runs work that cannot refuse. */
    <R> R run(Function<Stores, R> work) {
        return this.<Void, R>ask(stores -> Either.right(work.apply(stores))).get();
    }
}
