package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.EventOutbox.Pending;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A transaction in a line. */
final class Work {

    private static final int ALL = 100_000;

    private Work() {}

    /** What the work answers, committed. */
    static <T> T in(UnitOfWork store, Function<Stores, T> work) {
        return store.<Void, T>inTransaction(stores -> Either.right(work.apply(stores)))
                .get();
    }

    /** The list that the work answers, committed. */
    static <E> List<E> list(UnitOfWork store, Function<Stores, List<E>> work) {
        return in(store, work);
    }

    /** The map that the work answers, committed. */
    static <K, V> Map<K, V> map(UnitOfWork store, Function<Stores, Map<K, V>> work) {
        return in(store, work);
    }

    /** The option that the work answers, committed. */
    static <T> Option<T> option(UnitOfWork store, Function<Stores, Option<T>> work) {
        return in(store, work);
    }

    /** Does the work and commits it. */
    static void run(UnitOfWork store, Consumer<Stores> work) {
        boolean unused = in(store, stores -> {
            work.accept(stores);
            return true;
        });
    }

    /** Does the work and gives it up. */
    static void abandon(UnitOfWork store, Consumer<Stores> work) {
        Either<String, Void> unused = store.inTransaction(stores -> {
            work.accept(stores);
            return Either.left("abandoned");
        });
    }

    /** Asserts that the work is refused, because somebody was first. */
    static void refused(UnitOfWork store, Consumer<Stores> work) {
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> run(store, work));
    }

    /** The events that have still to be told. */
    static List<DomainEvent> pending(UnitOfWork store) {
        return in(store, stores -> stores.outbox().pending(Instant.MAX, ALL)).stream()
                .map(Pending::event)
                .collect(Collectors.toUnmodifiableList());
    }
}
