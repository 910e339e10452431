package com.guance.billing.jdbc;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.delivery.Redelivery;
import com.guance.billing.ports.driven.EventOutbox;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The journal's events that have still to be told, to one teller at a time. Those at which an attempt has failed, and those that were
 * set aside, have a row of their own beside it: none as a rule.
 */
final class JdbcEventOutbox implements EventOutbox {

    private static final String TELLER = "SELECT id FROM billing_teller WHERE id = 1 FOR UPDATE SKIP LOCKED";

    /** How many events of its aggregate there are up to an event {@code p}. */
    private static final String SEQUENCE = "(SELECT COUNT(*) FROM billing_journal b WHERE b.kind = p.kind"
            + " AND b.subject = p.subject AND (b.version < p.version OR (b.version = p.version AND b.nr <= p.nr)))"
            + " AS sequence";

    private static final String WAITS = "EXISTS (SELECT 1 FROM billing_undelivered w WHERE w.kind = j.kind"
            + " AND w.subject = j.subject AND w.position <= j.position AND w.set_aside = FALSE"
            + " AND (w.retry_second > :second OR (w.retry_second = :second AND w.retry_nano > :nano)))";

    private static final String PENDING = "SELECT p.*, COALESCE(u.failures, 0) AS failures, " + SEQUENCE
            + " FROM (SELECT j.position, j.kind, j.subject, j.version, j.nr, j.type, j.payload FROM billing_journal j"
            + " WHERE j.told = FALSE AND NOT " + WAITS + " ORDER BY j.position LIMIT :limit) p"
            + " LEFT JOIN billing_undelivered u ON u.position = p.position ORDER BY p.position";

    private static final String TOLD =
            "UPDATE billing_journal SET told = :told WHERE position = ANY(:positions) AND told <> :told";

    private static final String REMOVE = "DELETE FROM billing_undelivered WHERE position = ANY(:positions)";

    private static final String ADD = "INSERT INTO billing_undelivered"
            + " (position, kind, subject, failures, cause, retry_second, retry_nano, set_aside)"
            + " SELECT position, kind, subject, :failures, :cause, :retry_second, :retry_nano, :set_aside"
            + " FROM billing_journal WHERE position = :position";

    private static final String SET_ASIDE = "SELECT p.position, p.type, p.payload, u.failures, u.cause, " + SEQUENCE
            + " FROM billing_undelivered u JOIN billing_journal p ON p.position = u.position"
            + " WHERE u.set_aside = TRUE AND u.position > :after ORDER BY u.position LIMIT :limit";

    private static final String ADD_REDELIVERY =
            "INSERT INTO billing_redelivery (position, requested_by) VALUES (:position, :requested_by)";

    private static final String REDELIVERIES =
            "SELECT id, position, requested_by FROM billing_redelivery WHERE id > :after ORDER BY id LIMIT :limit";

    private final Session session;

    JdbcEventOutbox(Session session) {
        this.session = session;
    }

    @Override
    public List<Pending> pending(Instant at, int limit) {
        return session.ask(open -> {
            boolean teller =
                    open.createQuery(TELLER).mapTo(Integer.class).findOne().isPresent();
            return teller
                    ? open.createQuery(PENDING)
                            .bind("second", at.getEpochSecond())
                            .bind("nano", at.getNano())
                            .bind("limit", limit)
                            .map((row, context) -> new Pending(
                                    row.getLong("position"),
                                    row.getString("kind") + " " + row.getString("subject"),
                                    row.getLong("sequence"),
                                    row.getInt("failures"),
                                    event(row)))
                            .list()
                    : List.of();
        });
    }

    @Override
    public void told(List<Pending> told) {
        isTold(positions(told), true);
        remove(positions(told.stream().filter(one -> one.failures() > 0).toList()));
    }

    @Override
    public void failed(List<Failed> failed) {
        remove(positions(failed.stream()
                .map(Failed::pending)
                .filter(one -> one.failures() > 0)
                .toList()));
        session.batch(ADD, failed.stream().map(JdbcEventOutbox::row).collect(Collectors.toList()));
        List<Long> setAside = positions(failed.stream()
                .filter(one -> one.retryAt().isEmpty())
                .map(Failed::pending)
                .toList());
        if (!setAside.isEmpty()) {
            isTold(setAside, true);
        }
    }

    @Override
    public List<SetAside> setAside(Option<Long> after, int limit) {
        return session.ask(open -> open.createQuery(SET_ASIDE)
                .bind("after", after.getOrElse(Long.MIN_VALUE))
                .bind("limit", limit)
                .map((row, context) -> new SetAside(
                        row.getLong("position"),
                        row.getLong("sequence"),
                        row.getInt("failures"),
                        row.getString("cause"),
                        event(row)))
                .list());
    }

    @Override
    public List<Long> tellAgain(List<Long> positions, Request by) {
        List<Long> setAside = session.ask(open -> open.createQuery("SELECT position FROM billing_undelivered"
                        + " WHERE set_aside = TRUE AND position = ANY(:positions) ORDER BY position FOR UPDATE")
                .bindArray("positions", Long.class, positions)
                .mapTo(Long.class)
                .list());
        if (!setAside.isEmpty()) {
            remove(setAside);
            isTold(setAside, false);
            session.batch(
                    ADD_REDELIVERY,
                    setAside.stream().map(one -> redelivery(one, by)).toList());
        }
        return setAside;
    }

    @Override
    public List<Redelivery> redeliveries(Option<Long> after, int limit) {
        return Reading.page(
                session,
                limit,
                upTo -> session.ask(open -> open.createQuery(REDELIVERIES)
                        .bind("after", after.getOrElse(Long.MIN_VALUE))
                        .bind("limit", upTo)
                        .map((row, context) -> redelivery(row))
                        .list()));
    }

    /** Who had an event delivered again; left: it cannot be read. */
    static Either<UnreadableEntry, Redelivery> redelivery(ResultSet row) throws SQLException {
        long number = row.getLong("id");
        return Reading.attempt(
                EntryKind.REDELIVERY,
                Long.toString(number),
                () -> new Redelivery(
                        number, row.getLong("position"), Json.read(row.getString("requested_by"), Request.class)));
    }

    private static Map<String, Object> redelivery(long position, Request by) {
        return new Row()
                .with("position", position)
                .with("requested_by", Json.write(by))
                .values();
    }

    /** What happened; left: it cannot be read. */
    static Either<UnreadableEntry, DomainEvent> event(ResultSet row) throws SQLException {
        return Reading.attempt(
                EntryKind.EVENT,
                Long.toString(row.getLong("position")),
                () -> EventCodec.read(row.getString("type"), row.getString("payload")));
    }

    private void isTold(List<Long> positions, boolean told) {
        session.ask(open -> open.createUpdate(TOLD)
                .bind("told", told)
                .bindArray("positions", Long.class, positions)
                .execute());
    }

    private void remove(List<Long> positions) {
        if (!positions.isEmpty()) {
            session.ask(open -> open.createUpdate(REMOVE)
                    .bindArray("positions", Long.class, positions)
                    .execute());
        }
    }

    private static List<Long> positions(List<Pending> pending) {
        return pending.stream().map(Pending::position).toList();
    }

    private static Map<String, Object> row(Failed failed) {
        return new Row()
                .with("position", failed.pending().position())
                .with("failures", failed.failures())
                .with("cause", failed.cause())
                .with("set_aside", failed.retryAt().isEmpty())
                .exactly("retry", failed.retryAt())
                .values();
    }
}
