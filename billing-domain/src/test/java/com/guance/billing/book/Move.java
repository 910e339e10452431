package com.guance.billing.book;

import com.guance.billing.DomainEvent;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One event of one aggregate, and where that stood before and after.
 *
 * @param from none: it was not born yet
 * @param to the same, if the event does not change it
 * @param event its name
 */
record Move<P extends Enum<P>>(Option<P> from, P to, String event) {

    /** The moves of a history, event by event, from the event of an index on. */
    static <E extends DomainEvent, P extends Enum<P>> Stream<Move<P>> of(
            List<E> history, int first, Function<List<E>, P> standing) {
        return IntStream.range(first, history.size())
                .mapToObj(i -> new Move<>(
                        Option.when(i > 0, () -> standing.apply(history.subList(0, i))),
                        standing.apply(history.subList(0, i + 1)),
                        history.get(i).getClass().getSimpleName()));
    }

    boolean isStay() {
        return from.contains(to);
    }
}
