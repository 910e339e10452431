package com.guance.billing.jdbc;

import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When time next brings something to an aggregate, in the columns {@code due_second} and {@code due_nano} of its thin row. */
final class Due {

    private Due() {}

    /** These columns and those. */
    static List<String> and(String... columns) {
        return Stream.concat(Stream.of(columns), Stream.of("due_second", "due_nano"))
                .toList();
    }

    /** The row with its columns. */
    static Row in(Row row, Option<Instant> next) {
        return row.exactly("due", next);
    }

    /** Those due at an instant or before, never a nanosecond too early: the longest due first, of one instant by id. */
    static <A> List<Versioned<A>> at(Instant at, int limit, Aggregates<A, ?> all) {
        return all.list(
                new Selection(
                        "due_second <= :second AND (due_second < :second OR due_nano <= :nano)",
                        "due_second, due_nano, id",
                        limit),
                query -> query.bind("second", at.getEpochSecond()).bind("nano", at.getNano()));
    }
}
