package com.guance.billing.inmemory;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Aggregates of one kind, each the fold of its history (INV-4), in the order of their ids. Immutable. */
final class Histories<I, A> {

    private final TreeMap<I, Kept<A>> byId;
    private final Function<List<DomainEvent>, A> fold;

    private Histories(TreeMap<I, Kept<A>> byId, Function<List<DomainEvent>, A> fold) {
        this.byId = byId;
        this.fold = fold;
    }

    static <I, A> Histories<I, A> none(Comparator<I> order, Function<List<DomainEvent>, A> fold) {
        return new Histories<>(TreeMap.empty(order), fold);
    }

    Option<Versioned<A>> find(I id) {
        return byId.get(id).map(Kept::now);
    }

    Map<I, Versioned<A>> find(Collection<I> ids) {
        Map<I, Versioned<A>> found = new LinkedHashMap<>();
        ids.forEach(id -> find(id).forEach(now -> found.put(id, now)));
        return found;
    }

    /** All of them, in the order of their ids. */
    Stream<Versioned<A>> all() {
        return byId.values().map(Kept::now).toJavaStream();
    }

    /** Those whose ids come after another, in the order of their ids; all if there is no other. */
    Stream<Versioned<A>> after(Option<I> other) {
        return byId.iterator()
                .dropWhile(entry -> other.exists(last -> byId.comparator().compare(entry._1(), last) <= 0))
                .map(entry -> entry._2().now())
                .toJavaStream();
    }

    /** All that happened to one of them, in order; nothing, if it is not here. */
    List<DomainEvent> history(I id) {
        return byId.get(id).map(Kept::history).map(Vector::asJava).getOrElse(List.of());
    }

    /**
     * The histories with one more change.
     *
     * @throws StaleVersion if it is not from the version here, or is a birth of what is here
     */
    Histories<I, A> with(I id, Revision<A> revision) {
        Kept<A> before = byId.getOrElse(id, new Kept<>(Vector.empty(), Option.none(), 0));
        if (before.version() != revision.from()) {
            throw new StaleVersion(id.toString());
        }
        Vector<DomainEvent> history =
                before.history().appendAll(revision.change().events());
        Kept<A> after = new Kept<>(history, Option.some(fold.apply(history.asJava())), before.version() + 1);
        return new Histories<>(byId.put(id, after), fold);
    }

    private record Kept<A>(Vector<DomainEvent> history, Option<A> aggregate, long version) {
        Versioned<A> now() {
            return new Versioned<>(aggregate.get(), version);
        }
    }
}
