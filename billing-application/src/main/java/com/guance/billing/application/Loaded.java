package com.guance.billing.application;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What one transaction has read, each thing once, those asked for together in one statement. */
final class Loaded<I, A> {

    private final Function<List<I>, Map<I, A>> store;
    private final Map<I, Option<A>> known = new HashMap<>();

    Loaded(Function<List<I>, Map<I, A>> store) {
        this.store = store;
    }

    /** Reads those of them that were not read before. */
    void load(Collection<I> ids) {
        List<I> missing =
                ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            Map<I, A> found = store.apply(missing);
            missing.forEach(id -> known.put(id, Option.of(found.get(id))));
        }
    }

    Option<A> get(I id) {
        Option<A> one = known.get(id);
        if (one != null) {
            return one;
        }
        load(Set.of(id));
        return known.getOrDefault(id, Option.none());
    }
}
