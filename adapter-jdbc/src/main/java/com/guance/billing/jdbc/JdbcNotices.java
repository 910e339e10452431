package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Notices;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import io.vavr.control.Option;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The marketplace's notices. Whatever text a message has, and whatever id, it can be kept. */
final class JdbcNotices implements Notices {

    private static final String ONE = " WHERE marketplace = :marketplace AND notice_id = :notice_id";

    private final Session session;

    JdbcNotices(Session session) {
        this.session = session;
    }

    @Override
    public Option<NoticeOutcome> outcome(Notice.Envelope envelope) {
        return Option.ofOptional(session.ask(open -> one(open, "outcome", envelope)
                .map((row, context) -> read(envelope, () -> Json.read(row.getString(1), NoticeOutcome.class)))
                .findOne()));
    }

    @Override
    public void add(Notice notice, NoticeOutcome outcome) {
        String text = notice.envelope().text().value();
        boolean plain = Json.isStorable(text);
        session.change(
                "INSERT INTO billing_notice (marketplace, notice_id, received_at, raw_text, is_escaped, outcome)"
                        + " VALUES (:marketplace, :notice_id, :received_at, :raw_text, :is_escaped, :outcome)",
                identity(notice.envelope())
                        .with("received_at", notice.envelope().receipt())
                        .with("raw_text", plain ? text : Json.write(text))
                        .with("is_escaped", !plain)
                        .with("outcome", Json.write(outcome))
                        .values());
    }

    @Override
    public Option<RawText> text(Notice.Envelope envelope) {
        return Option.ofOptional(session.ask(open -> one(open, "raw_text, is_escaped", envelope)
                .map((row, context) -> read(
                        envelope,
                        () -> new RawText(
                                row.getBoolean("is_escaped")
                                        ? Json.read(row.getString("raw_text"), String.class)
                                        : row.getString("raw_text"))))
                .findOne()));
    }

    @Override
    public void repeated(Notice.Envelope envelope, Instant receipt) {
        session.change(
                "UPDATE billing_notice SET repetitions = repetitions + 1, repeated_at = :repeated_at" + ONE,
                identity(envelope).with("repeated_at", receipt).values());
    }

    @Override
    public int repetitions(Notice.Envelope envelope) {
        return session.ask(open -> one(open, "repetitions", envelope)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    private static <T> T read(Notice.Envelope envelope, Reading.OfRow<T> row) throws SQLException {
        return Reading.strictly(
                EntryKind.NOTICE, envelope.marketplace() + "/" + Digest.unlessShort(envelope.id()), row);
    }

    private static Query one(Handle open, String columns, Notice.Envelope envelope) {
        return open.createQuery("SELECT " + columns + " FROM billing_notice" + ONE)
                .bindMap(identity(envelope).values());
    }

    private static Row identity(Notice.Envelope envelope) {
        return new Row()
                .with("marketplace", envelope.marketplace())
                .with("notice_id", Digest.unlessShort(envelope.id()));
    }
}
