package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.ports.faults.StoreUnusable;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One kind of aggregate, to the store.
 *
 * @param name what the journal calls it
 * @param table where its thin rows are
 * @param family its events
 * @param replay its state, of its history
 * @param thin how its thin row is made
 * @param <A> the aggregate
 * @param <E> its events
 */
record Kind<A, E extends DomainEvent>(
        String name, String table, Class<E> family, Function<List<E>, A> replay, Thin<A> thin) {

    /**
     * How a thin row is made.
     *
     * @param columns its columns, without id and version
     * @param id the aggregate's id
     * @param account the cloud account in whose books or by whose subscription it stands
     * @param values the columns' values
     * @param <A> the aggregate
     */
    record Thin<A>(
            List<String> columns,
            Function<A, String> id,
            Function<A, Option<CloudAccountId>> account,
            Function<A, Row> values) {}

    String insertion() {
        return "INSERT INTO " + table + " (id, version" + columns(", ?") + ") VALUES (:id, :next" + columns(", :?")
                + ")";
    }

    String update() {
        return "UPDATE " + table + " SET version = :next" + columns(", ? = :?")
                + " WHERE id = :id AND version = :before";
    }

    private String columns(String format) {
        return thin.columns().stream()
                .map(column -> format.replace("?", column))
                .collect(Collectors.joining());
    }

    /** The state that a history leads to. */
    A replayed(String id, List<DomainEvent> history) {
        try {
            return replay.apply(history.stream().map(this::event).collect(Collectors.toList()));
        } catch (IllegalArgumentException e) {
            throw new StoreUnusable("the history of " + name + " " + id + " leads nowhere", e);
        }
    }

    /** An event of its journal. */
    E event(DomainEvent read) {
        try {
            return family.cast(read);
        } catch (ClassCastException e) {
            throw new StoreUnusable("the journal holds what cannot happen to a " + name, e);
        }
    }
}
