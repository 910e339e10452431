package com.guance.billing.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * An insertion of rows of which some may be there already: those stay as they are.
 *
 * @param table into which table
 * @param columns what is written
 * @param <A> what makes a row
 */
record Insertion<A>(String table, List<Column<A>> columns) {

    private static final String UNLESS_THERE = " ON CONFLICT DO NOTHING";

    /** Of one row; a batch runs it for each. */
    String ofOne() {
        return into() + " VALUES (" + names(column -> ":" + column.name()) + ")" + UNLESS_THERE;
    }

    /** Its parameters. */
    Map<String, Argument> one(A row) {
        Map<String, Argument> one = new LinkedHashMap<>();
        columns.forEach(column -> one.put(column.name(), column.type().one(column.of(row))));
        return one;
    }

    /**
     * Of all rows at once, in their order, on PostgreSQL: an array a column; or, where all rows have the same value, an empty array
     * and that value.
     */
    String ofAll() {
        return into() + " SELECT "
                + names(column -> column.written("COALESCE(given." + column.name() + ", :" + same(column) + "::"
                        + column.type().sql() + ")"))
                + " FROM unnest("
                + names(column -> ":" + each(column) + "::" + column.type().sql() + "[]") + ") AS given ("
                + names(Column::name) + ")" + UNLESS_THERE;
    }

    /** Its parameters, by names that no other table's insertion has. The first column has an array, whatever is in it. */
    Map<String, Argument> all(List<A> rows) {
        Map<String, Argument> all = new LinkedHashMap<>();
        for (Column<A> column : columns) {
            List<@Nullable Object> values =
                    rows.stream().<@Nullable Object>map(column::of).toList();
            boolean same = !all.isEmpty() && values.stream().allMatch(value -> Objects.equals(value, values.get(0)));
            all.put(each(column), column.type().array(same ? Stream.of() : values.stream()));
            all.put(same(column), column.type().one(same && !values.isEmpty() ? values.get(0) : null));
        }
        return all;
    }

    /** What {@link #each} gives as the table {@code given} of PostgreSQL, its rows numbered by {@code nr} from 1. */
    String given() {
        return "unnest("
                + names(column -> ":" + each(column) + "::" + column.type().sql() + "[]")
                + ") WITH ORDINALITY AS given ("
                + names(Column::name) + ", nr)";
    }

    /** An array a column. */
    Map<String, Argument> each(List<A> rows) {
        Map<String, Argument> each = new LinkedHashMap<>();
        columns.forEach(column ->
                each.put(each(column), column.type().array(rows.stream().map(column::of))));
        return each;
    }

    private String each(Column<A> column) {
        return table + "_each_" + column.name();
    }

    private String same(Column<A> column) {
        return table + "_same_" + column.name();
    }

    private String into() {
        return "INSERT INTO " + table + " (" + names(Column::name) + ")";
    }

    private String names(Function<Column<A>, String> format) {
        return columns.stream().map(format).collect(Collectors.joining(", "));
    }
}
