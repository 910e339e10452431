package com.guance.billing.jdbc;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way into a row, by column; and the ways in which time and what may be missing are stored.
 *
 * <p>Instants that are compared are {@code TIMESTAMP WITH TIME ZONE}, bound as UTC, so that neither the zone of this machine nor
 * that of the server matters and a person can read them. PostgreSQL keeps microseconds of them; where the very nanosecond counts,
 * the instant is kept as ISO 8601 text as well, or to be compared {@linkplain #exactly exactly}.
 */
final class Row {

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A value that is there. */
    Row with(String column, Object value) {
        values.put(column, Required.value(value, column));
        return this;
    }

    /** Numbers, to compare with any of. */
    Row all(String column, List<Long> numbers) {
        return with(column, Column.Type.LONG.array(numbers.toArray(Long[]::new)));
    }

    /** A text that may be missing. */
    Row with(String column, Option<String> text) {
        @Nullable String value = text.isDefined() ? text.get() : null;
        Argument argument = (position, statement, context) -> statement.setString(position, value);
        return with(column, argument);
    }

    /** An instant, as a person would look for it: to the microsecond, within the years 1 to 9999. */
    Row with(String column, Instant at) {
        OffsetDateTime time = time(at);
        Argument argument = (position, statement, context) -> statement.setObject(position, time);
        return with(column, argument);
    }

    /** The same, of an instant that may be missing. */
    Row maybe(String column, Option<Instant> at) {
        @Nullable OffsetDateTime time = at.isDefined() ? time(at.get()) : null;
        Argument argument =
                (position, statement, context) -> statement.setObject(position, time, Types.TIMESTAMP_WITH_TIMEZONE);
        return with(column, argument);
    }

    /** An instant that may be missing, to compare to the nanosecond: the second of the epoch, and the nanosecond within it. */
    Row exactly(String column, Option<Instant> at) {
        return number(column + "_second", at.map(Instant::getEpochSecond), Types.BIGINT)
                .number(column + "_nano", at.map(Instant::getNano), Types.INTEGER);
    }

    private Row number(String column, Option<? extends Number> number, int type) {
        @Nullable Number value = number.isDefined() ? number.get() : null;
        Argument argument = (position, statement, context) -> statement.setObject(position, value, type);
        return with(column, argument);
    }

    Map<String, Object> values() {
        return values;
    }

    /** An instant that was written {@linkplain #exactly exactly}. */
    static Instant exact(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochSecond(row.getLong(column + "_second"), row.getInt(column + "_nano"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Whether an instant on the second, as it was read, surely is the one that was written. */
    static boolean isExact(Instant read) {
        return read.isAfter(EARLIEST) && read.isBefore(LATEST);
    }

    /** As a person would look for it. */
    static OffsetDateTime time(Instant at) {
        Instant within = at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
        return within.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
