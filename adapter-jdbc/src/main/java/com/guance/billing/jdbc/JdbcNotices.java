package com.guance.billing.jdbc;

import com.guance.billing.Request;
import com.guance.billing.ports.driven.Notices;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The marketplace's notices, one row a judgement. Whatever text a message has, and whatever id, it can be kept. */
final class JdbcNotices implements Notices {

    static final String ALL = "SELECT marketplace, notice_id, judgement, received_at, raw_text, is_escaped, outcome,"
            + " resubmitted_by FROM billing_notice WHERE ";
    private static final String ONE = "marketplace = :marketplace AND notice_id = :notice_id";

    private final Session session;

    JdbcNotices(Session session) {
        this.session = session;
    }

    @Override
    public Option<KeptNotice> find(Notice.Id notice) {
        List<Either<UnreadableEntry, KeptNotice>> newest =
                session.ask(open -> open.createQuery(ALL + ONE + " ORDER BY judgement DESC LIMIT 1")
                        .bindMap(identity(notice).values())
                        .map((row, context) -> attempt(row))
                        .list());
        return Option.ofOptional(Reading.all(newest).stream().findFirst());
    }

    @Override
    public List<KeptNotice> history(Notice.Id notice, int after, int limit) {
        return page(
                ONE + " AND judgement > :after ORDER BY judgement LIMIT :limit",
                identity(notice).with("after", after),
                limit);
    }

    @Override
    public List<KeptNotice> notReceived(String marketplace, Option<String> after, int limit) {
        return page(
                "not_received = TRUE AND marketplace = :marketplace AND notice_id > :after"
                        + " ORDER BY notice_id LIMIT :limit",
                new Row()
                        .with("marketplace", marketplace)
                        .with("after", after.map(Digest::unlessShort).getOrElse("")),
                limit);
    }

    private List<KeptNotice> page(String which, Row values, int limit) {
        return Reading.page(
                session,
                limit,
                asked -> session.ask(open -> open.createQuery(ALL + which)
                        .bindMap(values.values())
                        .bind("limit", asked)
                        .map((row, context) -> attempt(row))
                        .list()));
    }

    @Override
    public void add(KeptNotice judged) {
        Notice.Envelope envelope = judged.envelope();
        if (judged.judgement() > 1) {
            session.change(
                    "UPDATE billing_notice SET not_received = FALSE WHERE " + ONE,
                    identity(envelope.identity()).values());
        }
        String text = envelope.text().value();
        boolean plain = Json.isStorable(text);
        session.change(
                "INSERT INTO billing_notice (marketplace, notice_id, judgement, received_at, raw_text, is_escaped,"
                        + " outcome, not_received, resubmitted_by) VALUES (:marketplace, :notice_id, :judgement,"
                        + " :received_at, :raw_text, :is_escaped, :outcome, :not_received, :resubmitted_by)",
                identity(envelope.identity())
                        .with("judgement", judged.judgement())
                        .with("received_at", envelope.receipt())
                        .with("raw_text", plain ? text : Json.write(text))
                        .with("is_escaped", !plain)
                        .with("outcome", Json.write(judged.outcome()))
                        .with("not_received", !judged.outcome().isReceived())
                        .with("resubmitted_by", judged.resubmittedBy().map(Json::write))
                        .values());
    }

    @Override
    public void repeated(Notice.Id notice, Instant receipt) {
        session.change(
                "UPDATE billing_notice SET repetitions = repetitions + 1, repeated_at = :repeated_at WHERE " + ONE
                        + " AND judgement = (SELECT MAX(judgement) FROM billing_notice WHERE " + ONE + ")",
                identity(notice).with("repeated_at", receipt).values());
    }

    @Override
    public int repetitions(Notice.Id notice) {
        return session.ask(
                open -> open.createQuery("SELECT COALESCE(SUM(repetitions), 0) FROM billing_notice WHERE " + ONE)
                        .bindMap(identity(notice).values())
                        .mapTo(Integer.class)
                        .one());
    }

    /** A judgement; left: it cannot be read. */
    static Either<UnreadableEntry, KeptNotice> attempt(ResultSet row) throws SQLException {
        return Reading.attempt(
                EntryKind.NOTICE, row.getString("marketplace") + "/" + row.getString("notice_id"), () -> read(row));
    }

    private static KeptNotice read(ResultSet row) throws SQLException {
        String text = row.getString("raw_text");
        Notice.Envelope envelope = new Notice.Envelope(
                row.getString("notice_id"),
                row.getString("marketplace"),
                Row.instant(row, "received_at"),
                new RawText(row.getBoolean("is_escaped") ? Json.read(text, String.class) : text));
        return new KeptNotice(
                envelope,
                row.getInt("judgement"),
                Json.read(row.getString("outcome"), NoticeOutcome.class),
                Option.of(row.getString("resubmitted_by")).map(by -> Json.read(by, Request.class)));
    }

    private static Row identity(Notice.Id notice) {
        return new Row().with("marketplace", notice.marketplace()).with("notice_id", Digest.unlessShort(notice.id()));
    }
}
