package com.guance.billing.jdbc;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Versions that a statement read beside what it was asked for, because they are likely to be asked for next. Each is given once, and
 * none after another statement: so nobody can tell it from one that is read when it is asked for.
 */
final class Foresight {

    private final Map<Name, Option<Long>> versions = new HashMap<>();

    /** An aggregate's version; null: there is no such aggregate. */
    void add(String kind, String id, @Nullable Long version) {
        versions.put(new Name(kind, id), Option.of(version));
    }

    /** The versions of those of a kind that exist, by id; none if not all were foreseen. */
    Option<Map<String, Long>> take(String kind, Collection<String> ids) {
        if (!ids.stream().allMatch(id -> versions.containsKey(new Name(kind, id)))) {
            return Option.none();
        }
        Map<String, Long> taken = new HashMap<>();
        ids.forEach(id -> Option.of(versions.remove(new Name(kind, id)))
                .flatMap(version -> version)
                .forEach(version -> taken.put(id, version)));
        return Option.some(taken);
    }

    /** Another statement is asked. */
    void forget() {
        versions.clear();
    }

    private record Name(String kind, String id) {}

    /**
     * What is foreseen of an aggregate: another that its thin row names.
     *
     * @param kind its kind
     * @param table where its thin rows are
     * @param column which names its id
     */
    record Neighbour(String kind, String table, String column) {}
}
