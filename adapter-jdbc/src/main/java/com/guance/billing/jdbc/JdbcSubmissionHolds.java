package com.guance.billing.jdbc;

import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.metering.SubmissionHoldEvent;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.SubmissionHolds;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Holds of records that a marketplace would refuse. */
final class JdbcSubmissionHolds implements SubmissionHolds {

    private static final Kind<SubmissionHold, SubmissionHoldEvent> KIND = new Kind<>(
            "submission-hold",
            "billing_submission_hold",
            SubmissionHoldEvent.class,
            SubmissionHold::replay,
            new Kind.Thin<>(
                    List.of(
                            "product",
                            "customer_key",
                            "dimension",
                            "active",
                            "rejected_second",
                            "rejected_nano",
                            "probe_second",
                            "probe_nano",
                            "probed_customer"),
                    hold -> hold.scope().key(),
                    hold -> Option.none(),
                    JdbcSubmissionHolds::row));

    private static final String OF_ANOTHER = "SELECT 1 FROM billing_submission_hold WHERE active = TRUE"
            + " AND product = :product AND dimension = :dimension AND customer_key <> '' AND customer_key <> :customer"
            + " AND (rejected_second > :second OR (rejected_second = :second AND rejected_nano >= :nano)) LIMIT 1";

    private final Session session;
    private final Aggregates<SubmissionHold, SubmissionHoldEvent> holds;

    JdbcSubmissionHolds(Session session) {
        this.session = session;
        this.holds = all(session);
    }

    static Aggregates<SubmissionHold, SubmissionHoldEvent> all(Session session) {
        return new Aggregates<>(session, KIND);
    }

    @Override
    public Map<HoldScope, Versioned<SubmissionHold>> find(Collection<HoldScope> scopes) {
        return holds.find(scopes, HoldScope::key);
    }

    @Override
    public boolean heldOfAnother(RecordId record, Instant since) {
        return session.ask(open -> open.createQuery(OF_ANOTHER)
                .bind(
                        "product",
                        JdbcMeteringRecords.text(record.meter().customer().product()))
                .bind("dimension", record.meter().dimension().name())
                .bind("customer", record.meter().customer().key())
                .bind("second", since.getEpochSecond())
                .bind("nano", since.getNano())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void save(List<Revision<SubmissionHold>> revisions) {
        holds.save(revisions);
    }

    private static Row row(SubmissionHold hold) {
        return new Row()
                .with("product", JdbcMeteringRecords.text(hold.scope().product()))
                .with(
                        "customer_key",
                        hold.scope().customer().map(MarketplaceCustomer::key).getOrElse(""))
                .with(
                        "dimension",
                        hold.scope()
                                .dimension()
                                .map(dimension -> dimension.name())
                                .getOrElse(""))
                .with("active", hold.isActive())
                .exactly("rejected", Option.some(hold.rejectedAt()))
                .exactly("probe", Option.some(hold.probeFrom()))
                .with("probed_customer", hold.probed().getOrElse(""));
    }
}
