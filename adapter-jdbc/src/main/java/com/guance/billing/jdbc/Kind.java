package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import io.vavr.control.Option;
import java.util.List;
import java.util.Locale;
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

    /** What its entries are called where they cannot be read. */
    EntryKind entry() {
        return EntryKind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The state that a history leads to.
     *
     * @throws Unreadable if it leads to none, or to another one's
     */
    A replayed(String its, List<DomainEvent> history) {
        try {
            A state = replay.apply(history.stream().map(this::event).collect(Collectors.toList()));
            if (thin.id().apply(state).equals(its)) {
                return state;
            }
        } catch (RuntimeException e) {
            // it may repeat what is stored, so it is no cause
        }
        throw new Unreadable(Reason.CONTRADICTORY);
    }

    /**
     * An event of its journal.
     *
     * @throws Unreadable if it cannot happen to one
     */
    E event(DomainEvent read) {
        if (!family.isInstance(read)) {
            throw new Unreadable(Reason.CONTRADICTORY);
        }
        return family.cast(read);
    }
}
