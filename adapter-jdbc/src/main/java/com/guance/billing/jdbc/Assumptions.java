package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction takes to be as it is remembered, until its next statement, or its end, makes sure of all of it at once: so a
 * decision costs no way to the server of its own. Whoever assumed what is no longer so has lost a race, and is asked again.
 */
final class Assumptions {

    private final Map<Kind<?, ?>, Set<Assumed>> versions = new LinkedHashMap<>();

    /**
     * Aggregates of a kind, by id, are as they are remembered, or still not there. Of one that is remembered otherwise by now both are
     * assumed: at most one of them is so.
     */
    <A> void add(Kind<A, ?> kind, Map<String, Option<Versioned<A>>> remembered) {
        if (!remembered.isEmpty()) {
            Set<Assumed> its = versions.computeIfAbsent(kind, first -> new LinkedHashSet<>());
            remembered.forEach((id, one) -> its.add(
                    new Assumed(id, one.isDefined() ? Long.valueOf(one.get().version()) : null)));
        }
    }

    boolean areNone() {
        return versions.isEmpty();
    }

    void clear() {
        versions.clear();
    }

    /** Forgets what is not as assumed. */
    void forgetBroken(Handle handle, Recollection recollection) {
        versions.forEach((kind, its) -> {
            Map<String, Argument> parameters = new LinkedHashMap<>();
            recollection.forget(
                    kind.name(),
                    handle.createQuery("SELECT assumed.id" + broken(kind.table(), its, parameters))
                            .bindMap(parameters)
                            .mapTo(String.class)
                            .list());
        });
    }

    /** A condition: whether anything is not as assumed. Its parameters have names of their own. */
    Insertion.Statement broken() {
        Map<String, Argument> parameters = new LinkedHashMap<>();
        String sql = Stream.concat(
                        Stream.of("FALSE"),
                        versions.entrySet().stream()
                                .map(one -> "EXISTS (SELECT 1"
                                        + broken(one.getKey().table(), one.getValue(), parameters) + ")"))
                .collect(Collectors.joining(" OR "));
        return new Insertion.Statement(sql, parameters);
    }

    /** Where those are that are not as assumed. */
    private static String broken(String table, Set<Assumed> assumed, Map<String, Argument> parameters) {
        String ids = table + "_ids";
        String versions = table + "_versions";
        parameters.put(
                ids, Column.Type.TEXT.array(assumed.stream().map(Assumed::id).toArray(String[]::new)));
        parameters.put(
                versions,
                Column.Type.LONG.array(assumed.stream().map(Assumed::version).toArray(Long[]::new)));
        return " FROM unnest(CAST(:" + ids + " AS VARCHAR ARRAY), CAST(:" + versions
                + " AS BIGINT ARRAY)) AS assumed (id, version) LEFT JOIN " + table + " t ON t.id = assumed.id"
                + " WHERE t.version IS DISTINCT FROM assumed.version";
    }

    /** An aggregate's version; null: there is no such aggregate. */
    private record Assumed(String id, @Nullable Long version) {}
}
