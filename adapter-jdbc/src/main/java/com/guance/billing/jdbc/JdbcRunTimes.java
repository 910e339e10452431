package com.guance.billing.jdbc;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.ports.driven.RunTimes;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** When runs were made: one row, which all nodes share, and one more for each confirmation. */
final class JdbcRunTimes implements RunTimes {

    static final String CONFIRMATION = "SELECT id, at_second, at_nano, actor, before_second, before_nano"
            + " FROM billing_time_confirmation WHERE ";

    private static final String INSERT = "INSERT INTO billing_run (id, last_second, last_nano)"
            + " VALUES (1, :last_second, :last_nano) ON CONFLICT DO NOTHING";

    private static final String SET =
            "UPDATE billing_run SET last_second = :last_second, last_nano = :last_nano WHERE id = 1";

    private static final String IF_EARLIER =
            " AND (last_second < :last_second OR (last_second = :last_second AND last_nano < :last_nano))";

    private final Session session;

    JdbcRunTimes(Session session) {
        this.session = session;
    }

    @Override
    public Option<Instant> last() {
        return Option.ofOptional(
                session.ask(open -> open.createQuery("SELECT last_second, last_nano FROM billing_run WHERE id = 1")
                        .map((row, context) -> Row.exact(row, "last"))
                        .findOne()));
    }

    @Override
    public void ran(Instant at) {
        Map<String, Object> values = last(at);
        if (session.change(SET + IF_EARLIER, values) == 0) {
            session.change(INSERT, values);
        }
    }

    @Override
    public void confirmed(Request by) {
        Option<Instant> before = last();
        Map<String, Object> values = last(by.at());
        if (session.change(SET, values) == 0) {
            session.change(INSERT, values);
        }
        session.change(
                "INSERT INTO billing_time_confirmation (at_second, at_nano, actor, before_second, before_nano)"
                        + " VALUES (:at_second, :at_nano, :actor, :before_second, :before_nano)",
                new Row()
                        .exactly("at", Option.some(by.at()))
                        .with("actor", Json.write(by.by()))
                        .exactly("before", before)
                        .values());
    }

    @Override
    public List<Confirmation> confirmations(int limit) {
        return Reading.page(
                session,
                limit,
                upTo -> session.ask(open -> open.createQuery(CONFIRMATION + "TRUE ORDER BY id DESC LIMIT :limit")
                        .bind("limit", upTo)
                        .map((row, context) -> confirmation(row))
                        .list()));
    }

    /** What was confirmed; left: it cannot be read. */
    static Either<UnreadableEntry, Confirmation> confirmation(ResultSet row) throws SQLException {
        return Reading.attempt(EntryKind.TIME_CONFIRMATION, row.getString("id"), () -> read(row));
    }

    private static Confirmation read(ResultSet row) throws SQLException {
        Request by = new Request(Json.read(row.getString("actor"), Actor.class), Row.exact(row, "at"));
        Instant before = Row.exact(row, "before");
        return new Confirmation(by, Option.when(!row.wasNull(), before));
    }

    private static Map<String, Object> last(Instant at) {
        return new Row().exactly("last", Option.some(at)).values();
    }
}
