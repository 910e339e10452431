package com.guance.billing.jdbc;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and its value in each row.
 *
 * @param name its name
 * @param type its type
 * @param value its value, of a row
 * @param made what PostgreSQL makes of that, if many rows are written at once: {@code %s} writes it as it is
 * @param <A> what makes a row
 */
record Column<A>(String name, Type type, Function<A, @Nullable Object> value, String made) {

    /** That is written as it is. */
    Column(String name, Type type, Function<A, @Nullable Object> value) {
        this(name, type, value, "%s");
    }

    String written(String value) {
        return String.format(Locale.ROOT, made, value);
    }

    /** The types of columns that are written in bulk. */
    enum Type {
        /** A text, compared by code point. */
        TEXT("text", Types.VARCHAR, String.class),
        /** An exact number. */
        DECIMAL("numeric", Types.NUMERIC, BigDecimal.class),
        /** A whole number of 64 bits. */
        LONG("bigint", Types.BIGINT, Long.class),
        /** A whole number of 32 bits. */
        INTEGER("integer", Types.INTEGER, Integer.class),
        /** An instant, to look for. */
        TIME("timestamptz", Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class);

        private final String sql;
        private final int jdbc;
        private final Class<?> java;

        Type(String sql, int jdbc, Class<?> java) {
            this.sql = sql;
            this.jdbc = jdbc;
            this.java = java;
        }

        /** Its name in PostgreSQL. */
        String sql() {
            return sql;
        }

        Argument one(@Nullable Object value) {
            return (position, statement, context) -> statement.setObject(position, value, jdbc);
        }

        /** Of values of this type. */
        Argument array(@Nullable Object[] array) {
            return (position, statement, context) -> setArray(statement, position, array);
        }

        private @Nullable Object[] room(int size) {
            return (Object[]) Array.newInstance(java, size);
        }

        private void setArray(PreparedStatement statement, int position, @Nullable Object[] array) throws SQLException {
            statement.setArray(position, statement.getConnection().createArrayOf(sql, array));
        }
    }

    @Nullable
    Object of(A row) {
        return value.apply(row);
    }

    /** In each of some rows, as an array of its type. */
    @Nullable
    Object[] of(List<A> rows) {
        @Nullable Object[] values = type.room(rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return values;
    }
}
