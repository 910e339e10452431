package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.metering.Sendable;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jdbi.v3.core.statement.Query;

/** Metering records. */
final class JdbcMeteringRecords implements MeteringRecords {

    private static final Kind<MeteringRecord, MeteringRecordEvent> KIND = new Kind<>(
            "metering-record",
            "billing_metering_record",
            MeteringRecordEvent.class,
            MeteringRecord::replay,
            new Kind.Thin<>(
                    List.of(
                            "cloud_account",
                            "subscription",
                            "product",
                            "customer_key",
                            "dimension",
                            "hour_start",
                            "stamp_second",
                            "stamp_nano",
                            "units",
                            "unsettled_units",
                            "status",
                            "why",
                            "owed",
                            "too_large",
                            "send_second",
                            "send_nano",
                            "warnings"),
                    record -> record.id().key(),
                    record -> Option.some(record.billed().account()),
                    JdbcMeteringRecords::row));

    private static final String MAY_BE_SENT = "owed = TRUE AND product = :product"
            + " AND send_second <= :second AND (send_second < :second OR send_nano <= :nano)";

    private static final String USUAL = " AND why IS NULL";

    private static final String ENDING =
            " AND subscription IN (SELECT s.id FROM billing_subscription s WHERE s.status = 'ENDING')";

    /** Of a suspected subscription only when it may be probed. */
    private static final String UNSUSPECTED = " AND NOT EXISTS (SELECT 1 FROM billing_subscription s"
            + " WHERE s.id = billing_metering_record.subscription AND (s.probe_second > :second"
            + " OR (s.probe_second = :second AND s.probe_nano > :nano)))";

    private static final String HOLDS = "SELECT 1 FROM billing_submission_hold h WHERE h.active = TRUE"
            + " AND h.product = billing_metering_record.product"
            + " AND h.customer_key IN (billing_metering_record.customer_key, '')"
            + " AND h.dimension IN (billing_metering_record.dimension, '')";

    /** What a hold keeps unsent is neither in doubt nor of a subscription that ends (SUB-6). */
    private static final String MAY_BE_HELD = "status = 'MADE' AND NOT EXISTS (SELECT 1 FROM billing_subscription s"
            + " WHERE s.id = billing_metering_record.subscription AND s.status IN ('ENDING', 'ENDED'))";

    private static final String UNHELD = " AND NOT (" + MAY_BE_HELD + " AND EXISTS (" + HOLDS + "))";

    /** Those that may be sent sooner or later: neither too large nor held, which may wait for staff. */
    static final String AWAITS_ANSWER = "owed = TRUE AND too_large = FALSE" + UNHELD;

    private static final String AWAITING =
            "SELECT 1 FROM billing_metering_record WHERE subscription = :subscription AND " + AWAITS_ANSWER
                    + " LIMIT 1";

    /** Neither ending, nor suspected unless it may be probed, nor held. */
    private static final String ORDINARY = UNSUSPECTED + " AND NOT EXISTS (SELECT 1 FROM billing_subscription s"
            + " WHERE s.id = billing_metering_record.subscription AND s.status = 'ENDING')" + UNHELD;

    private static final String IS_URGENT =
            "(stamp_second < :urgent_second OR (stamp_second = :urgent_second AND stamp_nano <= :urgent_nano))";

    /** So many of the oldest take part in a round: it costs as much as they are, however many are owed. */
    private static final int IN_A_ROUND = 20_000;

    /** The oldest record of each subscription, then the second of each; a turn begins with its own subscription. */
    private static final String IN_TURNS = "SELECT id, version, hour_start, in_turn,"
            + " MOD(place - 1 + :turn, MAX(place) OVER ()) AS in_round FROM (SELECT id, version, hour_start,"
            + " ROW_NUMBER() OVER (PARTITION BY subscription ORDER BY hour_start, id) AS in_turn,"
            + " DENSE_RANK() OVER (ORDER BY subscription) AS place FROM (SELECT id, version, subscription, hour_start"
            + " FROM billing_metering_record WHERE " + MAY_BE_SENT + USUAL + ORDINARY + " AND NOT " + IS_URGENT
            + " ORDER BY hour_start, id LIMIT " + IN_A_ROUND + ") oldest) ranked";

    /** Records that a hold keeps unsent, of which each hold may be probed, beside the hold that may be the longest. */
    private static final String PROBES = "SELECT id, version, hour_start, customer_key, first_second, first_nano,"
            + " first_key, CASE WHEN customer_key > first_probed THEN 0 ELSE 1 END AS again FROM (SELECT"
            + " billing_metering_record.*, h.probe_second AS first_second, h.probe_nano AS first_nano,"
            + " h.id AS first_key, h.probed_customer AS first_probed, ROW_NUMBER() OVER (PARTITION BY"
            + " billing_metering_record.id ORDER BY h.probe_second, h.probe_nano, h.id) AS nr"
            + " FROM billing_submission_hold h JOIN billing_metering_record ON"
            + " h.product = billing_metering_record.product"
            + " AND h.customer_key IN (billing_metering_record.customer_key, '')"
            + " AND h.dimension IN (billing_metering_record.dimension, '')"
            + " WHERE h.active = TRUE AND h.product = :product"
            + " AND h.probe_second <= :second AND (h.probe_second < :second OR h.probe_nano <= :nano)"
            + " AND billing_metering_record.owed = TRUE AND billing_metering_record.product = :product"
            + " AND billing_metering_record.send_second <= :second"
            + " AND (billing_metering_record.send_second < :second OR billing_metering_record.send_nano <= :nano)"
            + UNSUSPECTED + " AND " + MAY_BE_HELD.replace("status =", "billing_metering_record.status =")
            + " AND NOT EXISTS (" + HOLDS.replace(" h ", " later ").replace("h.", "later.")
            + " AND (later.probe_second > :second OR (later.probe_second = :second AND later.probe_nano > :nano)))"
            + ") due WHERE nr = 1";

    private static final String ACCEPTED = "SELECT 1 FROM billing_metering_record WHERE product = :product"
            + " AND dimension = :dimension AND status = 'ACCEPTED' AND hour_start >= :oldest"
            + " AND (send_second > :second OR (send_second = :second AND send_nano >= :nano)) LIMIT 1";

    /** No marketplace takes a record that is older (BatchMeterUsage API). */
    private static final Duration OLDEST = Duration.ofHours(25);

    /** The four parts in their order (SUB-2). */
    private static final List<Part> PARTS = List.of(
            new Part(
                    limit -> new Selection(MAY_BE_SENT + USUAL + ENDING, "hour_start, id", limit),
                    (query, which) -> query),
            new Part(
                    limit -> new Selection(
                            MAY_BE_SENT + USUAL + ORDINARY + " AND " + IS_URGENT,
                            "stamp_second, stamp_nano, id",
                            limit),
                    JdbcMeteringRecords::urgent),
            new Part(
                    limit -> Selection.of(IN_TURNS, "in_turn, in_round", limit),
                    (query, which) -> urgent(query, which).bind("turn", which.turn())),
            new Part(
                    limit -> new Selection(
                            MAY_BE_SENT + " AND why IS NOT NULL" + UNSUSPECTED + UNHELD, "hour_start, id", limit),
                    (query, which) -> query));

    private static final String LAPSING = "owed = TRUE AND product = :product AND warnings < :warnings"
            + " AND stamp_second <= :second AND (stamp_second < :second OR stamp_nano <= :nano)";

    private static final String OF_ACCOUNT = "cloud_account = :account AND hour_start >= :from"
            + " AND hour_start < :until AND (hour_start > :from OR id > :after)";

    /** All keys of licensed customers of a product begin with its name and an @; no other product's lie among them. */
    private static final String BY_LICENSE =
            "SELECT 1 FROM billing_metering_record" + " WHERE customer_key >= :from AND customer_key < :before LIMIT 1";

    private static final String MADE = "product = :product AND hour_start >= :from AND hour_start < :until"
            + " AND (hour_start > :from OR id > :after)";

    private final Session session;
    private final Aggregates<MeteringRecord, MeteringRecordEvent> records;

    JdbcMeteringRecords(Session session) {
        this.session = session;
        this.records = all(session);
    }

    static Aggregates<MeteringRecord, MeteringRecordEvent> all(Session session) {
        return new Aggregates<>(session, KIND);
    }

    @Override
    public Map<RecordId, Versioned<MeteringRecord>> find(Collection<RecordId> ids) {
        return records.find(ids, RecordId::key);
    }

    @Override
    public void close(Closing closing) {
        new Meters(session).carry(closing);
        records.save(List.of(Revision.first(closing.record())));
    }

    @Override
    public List<Versioned<MeteringRecord>> owed(Sendable which, int limit) {
        List<Versioned<MeteringRecord>> owed = new ArrayList<>();
        for (Part part : PARTS) {
            if (owed.size() < limit) {
                owed.addAll(records.list(
                        part.selection().apply(limit - owed.size()),
                        query -> part.binding().apply(bound(query, which), which)));
            }
        }
        return List.copyOf(owed);
    }

    private static Query bound(Query query, Sendable which) {
        Instant at = which.at();
        return query.bind("product", text(which.product()))
                .bind("second", at.getEpochSecond())
                .bind("nano", at.getNano());
    }

    private static Query urgent(Query query, Sendable which) {
        Instant through = which.urgentThrough();
        return query.bind("urgent_second", through.getEpochSecond()).bind("urgent_nano", through.getNano());
    }

    @Override
    public List<Versioned<MeteringRecord>> probes(Product product, Instant at, int limit) {
        return records.list(
                Selection.of(PROBES, "first_second, first_nano, first_key, again, customer_key, hour_start, id", limit),
                query -> query.bind("product", text(product))
                        .bind("second", at.getEpochSecond())
                        .bind("nano", at.getNano()));
    }

    @Override
    public boolean acceptedSince(Product product, Dimension dimension, Instant since) {
        return session.ask(open -> open.createQuery(ACCEPTED)
                .bind("product", text(product))
                .bind("dimension", dimension.name())
                .bind("oldest", Row.time(since.minus(OLDEST)))
                .bind("second", since.getEpochSecond())
                .bind("nano", since.getNano())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public Option<MeteringRecord> lastAccepted(SubscriptionId subscription, MarketplaceCustomer customer) {
        return Option.ofOptional(records
                .list(
                        new Selection(
                                "customer_key = :customer AND subscription = :subscription AND status = 'ACCEPTED'",
                                "hour_start DESC, dimension",
                                1),
                        query -> query.bind("customer", customer.key()).bind("subscription", subscription.value()))
                .stream()
                .map(Versioned::aggregate)
                .findFirst());
    }

    @Override
    public boolean awaitsAnswer(SubscriptionId subscription) {
        return session.ask(open -> open.createQuery(AWAITING)
                .bind("subscription", subscription.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public List<Versioned<MeteringRecord>> lapsing(Product product, Instant through, int warnings, int limit) {
        return records.list(
                new Selection(LAPSING, "stamp_second, stamp_nano, id", limit),
                query -> query.bind("product", text(product))
                        .bind("second", through.getEpochSecond())
                        .bind("nano", through.getNano())
                        .bind("warnings", warnings));
    }

    @Override
    public List<Versioned<MeteringRecord>> held(HeldRecords which, int limit) {
        String dimension = which.dimension().isDefined() ? " AND dimension = :dimension" : "";
        String why = which.why().isDefined() ? " AND why = :why" : "";
        return records.list(
                new Selection("status = 'HELD' AND product = :product" + dimension + why, "id", limit), query -> {
                    which.dimension().forEach(only -> query.bind("dimension", only.name()));
                    which.why().forEach(only -> query.bind("why", only));
                    return query.bind("product", text(which.product()));
                });
    }

    @Override
    public boolean anyByLicense(Product product) {
        return session.ask(open -> open.createQuery(BY_LICENSE)
                .bind("from", text(product) + "@")
                .bind("before", text(product) + "A")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public List<IdleHour> idle(IdleHours which, int limit) {
        return new Idleness(session).list(which, limit);
    }

    @Override
    public List<Versioned<MeteringRecord>> made(RecordedHours which, Option<RecordId> after, int limit) {
        return records.listAll(
                new Selection(MADE, "hour_start, id", limit),
                query -> query.bind("product", text(which.product()))
                        .bind(
                                "from",
                                Row.time(after.map(RecordId::hour)
                                        .getOrElse(which.from())
                                        .start()))
                        .bind("after", after.map(RecordId::key).getOrElse(""))
                        .bind("until", Row.time(which.until().start())));
    }

    @Override
    public void save(List<Revision<MeteringRecord>> revisions) {
        records.save(revisions);
    }

    @Override
    public List<Books> books(CloudAccountId account) {
        return Bookkeeping.books(session, account);
    }

    /** Of an account and hours, after another, in the order of hours and keys. */
    List<MeteringRecord> of(CloudAccountId account, StatementPeriod period, Option<RecordId> after, int limit) {
        Row values = new Row()
                .with("account", account.value())
                .with("from", after.map(RecordId::hour).getOrElse(period.from()).start())
                .with("until", period.until().start())
                .with("after", after.map(RecordId::key).getOrElse(""));
        return records
                .listAll(new Selection(OF_ACCOUNT, "hour_start, id", limit), query -> query.bindMap(values.values()))
                .stream()
                .map(Versioned::aggregate)
                .toList();
    }

    /** One part of what may be sent, as many as asked for. */
    private record Part(IntFunction<Selection> selection, BiFunction<Query, Sendable, Query> binding) {}

    private static Row row(MeteringRecord record) {
        return new Row()
                .with("cloud_account", record.billed().account().value())
                .with("subscription", record.billed().subscription().value())
                .with("product", text(record.id().meter().customer().product()))
                .with("customer_key", record.id().meter().customer().key())
                .with("dimension", record.id().meter().dimension().name())
                .with("hour_start", record.id().hour().start())
                .exactly("stamp", Option.some(record.content().timestamp()))
                .with("units", record.units())
                .with("unsettled_units", record.unsettledBeside())
                .with("status", record.status().name())
                .with("why", record.why())
                .with("owed", record.isOwed())
                .with("too_large", record.tooLarge())
                .exactly("send", Option.some(record.sendFrom()))
                .with("warnings", record.warnings());
    }

    static String text(Product product) {
        return product.marketplace() + "/" + product.code();
    }
}
