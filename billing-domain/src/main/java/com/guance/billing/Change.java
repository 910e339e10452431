package com.guance.billing;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a command did: the aggregate afterwards and the events that led there.
 *
 * @param after the aggregate after the command
 * @param events what happened, in order; empty when there was nothing to change
 * @param <A> the aggregate
 */
public record Change<A>(A after, List<DomainEvent> events) {

    /** Takes a copy of the events. */
    public Change {
        Required.value(after, "after");
        events = Required.list(events, "events");
    }

    /**
     * No change.
     *
     * @param same the aggregate as it was
     * @param <A> the aggregate
     * @return a change without events
     */
    public static <A> Change<A> none(A same) {
        return new Change<>(same, List.of());
    }

    /**
     * The change that these events make: the only way in which a command moves an aggregate.
     *
     * @param before the aggregate as it was
     * @param when the aggregate's fold
     * @param events what happened, in order
     * @param <A> the aggregate
     * @param <E> the aggregate's family of events
     * @return the events, and the aggregate that follows from them
     */
    public static <A, E extends DomainEvent> Change<A> of(
            A before, BiFunction<A, E, A> when, List<? extends E> events) {
        A after = before;
        for (E event : events) {
            after = when.apply(after, event);
        }
        return new Change<>(after, List.copyOf(events));
    }

    /**
     * Both changes as one.
     *
     * @param next the change that was made to {@link #after()}
     * @return all events in order, and the aggregate after the last
     */
    public Change<A> then(Change<A> next) {
        return new Change<>(
                next.after,
                Stream.concat(events.stream(), next.events.stream()).collect(Collectors.toUnmodifiableList()));
    }

    /** Whether nothing happened. */
    public boolean isNone() {
        return events.isEmpty();
    }
}
