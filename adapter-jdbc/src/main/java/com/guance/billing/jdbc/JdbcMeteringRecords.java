package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
                            "product",
                            "customer_key",
                            "dimension",
                            "hour_start",
                            "quantity",
                            "status",
                            "owed",
                            "attempts"),
                    record -> record.id().key(),
                    record -> Option.some(record.billed().account()),
                    JdbcMeteringRecords::row));

    private final Session session;
    private final Aggregates<MeteringRecord, MeteringRecordEvent> records;

    JdbcMeteringRecords(Session session) {
        this.session = session;
        this.records = new Aggregates<>(session, KIND);
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
    public List<Versioned<MeteringRecord>> owed(Product product, int limit) {
        return records.list(
                new Selection("owed = TRUE AND product = :product", "attempts, hour_start, id", limit),
                query -> query.bind("product", text(product)));
    }

    @Override
    public void save(List<Revision<MeteringRecord>> revisions) {
        records.save(revisions);
    }

    @Override
    public List<Books> books(CloudAccountId account) {
        return Bookkeeping.books(session, account);
    }

    private static Row row(MeteringRecord record) {
        return new Row()
                .with("cloud_account", record.billed().account().value())
                .with("product", text(record.id().meter().customer().product()))
                .with("customer_key", record.id().meter().customer().key())
                .with("dimension", record.id().meter().dimension().name())
                .with("hour_start", record.id().hour().start())
                .with("quantity", record.content().quantity())
                .with("status", record.status().name())
                .with("owed", record.isOwed())
                .with("attempts", record.attempts());
    }

    private static String text(Product product) {
        return product.marketplace() + "/" + product.code();
    }
}
