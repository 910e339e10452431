package com.guance.billing.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
     * Of all rows at once, in their order, on PostgreSQL: an array a column, but where all rows have the same value that value. The
     * first column has an array, whatever is in it. Parameters have names that no other table's insertion has.
     */
    Statement ofAll(List<A> rows) {
        Map<String, Argument> parameters = new LinkedHashMap<>();
        List<String> written = new ArrayList<>();
        List<String> given = new ArrayList<>();
        List<String> arrays = new ArrayList<>();
        for (Column<A> column : columns) {
            @Nullable Object[] values = column.of(rows);
            if (!given.isEmpty() && areSame(values)) {
                parameters.put(same(column), column.type().one(values.length == 0 ? null : values[0]));
                written.add(
                        column.written(":" + same(column) + "::" + column.type().sql()));
            } else {
                parameters.put(each(column), column.type().array(values));
                written.add(column.written("given." + column.name()));
                given.add(column.name());
                arrays.add(":" + each(column) + "::" + column.type().sql() + "[]");
            }
        }
        return new Statement(
                into() + " SELECT " + String.join(", ", written) + " FROM unnest(" + String.join(", ", arrays)
                        + ") AS given (" + String.join(", ", given) + ")" + UNLESS_THERE,
                parameters);
    }

    private static boolean areSame(@Nullable Object[] values) {
        for (@Nullable Object value : values) {
            if (!Objects.equals(value, values[0])) {
                return false;
            }
        }
        return true;
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
        columns.forEach(column -> each.put(each(column), column.type().array(column.of(rows))));
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

    /**
     * A statement, or a part of one.
     *
     * @param sql its text
     * @param parameters what is bound
     */
    record Statement(String sql, Map<String, Argument> parameters) {}
}
