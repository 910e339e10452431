package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
                            "send_second",
                            "send_nano",
                            "warnings"),
                    record -> record.id().key(),
                    record -> Option.some(record.billed().account()),
                    JdbcMeteringRecords::row));

    private static final String MAY_BE_SENT = "owed = TRUE AND product = :product"
            + " AND send_second <= :second AND (send_second < :second OR send_nano <= :nano)";

    private static final String ENDING =
            " AND subscription IN (SELECT s.id FROM billing_subscription s WHERE s.status = 'ENDING')";

    /** Neither ending nor suspected, unless it may be probed. */
    private static final String ORDINARY = " AND NOT EXISTS (SELECT 1 FROM billing_subscription s"
            + " WHERE s.id = billing_metering_record.subscription AND (s.status = 'ENDING' OR s.probe_second > :second"
            + " OR (s.probe_second = :second AND s.probe_nano > :nano)))";

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
    public List<Versioned<MeteringRecord>> owed(Product product, Instant at, int limit) {
        List<Versioned<MeteringRecord>> urgent = owed(ENDING, product, at, limit);
        return urgent.size() == limit
                ? urgent
                : Stream.concat(urgent.stream(), owed(ORDINARY, product, at, limit - urgent.size()).stream())
                        .toList();
    }

    private List<Versioned<MeteringRecord>> owed(String which, Product product, Instant at, int limit) {
        return records.list(
                new Selection(MAY_BE_SENT + which, "hour_start, id", limit),
                query -> query.bind("product", text(product))
                        .bind("second", at.getEpochSecond())
                        .bind("nano", at.getNano()));
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
                .exactly("send", Option.some(record.sendFrom()))
                .with("warnings", record.warnings());
    }

    static String text(Product product) {
        return product.marketplace() + "/" + product.code();
    }
}
