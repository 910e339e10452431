package com.guance.billing.application;

import com.guance.billing.ports.faults.EntryUnreadable;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What one transaction has read, each thing once, those asked for together in one statement. What cannot be read stops nobody but who
 * needs it (REL-1).
 */
final class Loaded<I, A> {

    private final Function<List<I>, ReadableEntries.Of<I, A>> store;
    private final Map<I, Option<A>> known = new HashMap<>();
    private final Map<I, EntryUnreadable> unreadable = new HashMap<>();

    Loaded(Function<List<I>, ReadableEntries.Of<I, A>> store) {
        this.store = store;
    }

    /** Reads those of them that were not read before. */
    void load(Collection<I> ids) {
        List<I> missing = ids.stream()
                .filter(id -> !known.containsKey(id) && !unreadable.containsKey(id))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            ReadableEntries.Of<I, A> read = store.apply(missing);
            unreadable.putAll(read.unreadable());
            missing.stream()
                    .filter(id -> !unreadable.containsKey(id))
                    .forEach(id -> known.put(id, Option.of(read.found().get(id))));
        }
    }

    /**
     * One of them.
     *
     * @throws EntryUnreadable if it is stored and cannot be read
     */
    Option<A> get(I id) {
        load(Set.of(id));
        EntryUnreadable fault = unreadable.get(id);
        if (fault != null) {
            throw fault;
        }
        return known.getOrDefault(id, Option.none());
    }

    /** The same, where one that cannot be read is as good as none. */
    Option<A> getReadable(I id) {
        load(Set.of(id));
        return unreadable.containsKey(id) ? Option.none() : get(id);
    }

    /** Whether it is stored and cannot be read. */
    boolean isUnreadable(I id) {
        load(Set.of(id));
        return unreadable.containsKey(id);
    }
}
