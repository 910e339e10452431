package com.guance.billing.jdbc;

import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.subscription.MarketplaceCustomer;
import io.vavr.control.Either;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** Looks whether entries that could not be read can be read now (REL-1). */
record Rereading(Session session) {

    private static final String CHARGES = "SELECT " + ChargeRow.READ + " FROM billing_charge c"
            + " LEFT JOIN billing_lot l ON l.id = c.lot" + ChargeRow.METER + " WHERE c.charge_key = ANY(:ids)";

    private static final String METERS = "SELECT customer_key || ' ' || dimension AS id, customer FROM billing_meter"
            + " WHERE customer_key || ' ' || dimension = ANY(:ids)";

    private static final String NOTICES = JdbcNotices.ALL + "marketplace || '/' || notice_id = ANY(:ids)";

    private static final String CLAIMS =
            "SELECT digest, arrival, expires_second, expires_nano, redeemed_at FROM billing_claim WHERE digest = ANY(:ids)";

    private static final String EVENTS =
            "SELECT position, type, payload FROM billing_journal WHERE CAST(position AS VARCHAR) = ANY(:ids)";

    private static final String REDELIVERIES =
            "SELECT id, position, requested_by FROM billing_redelivery WHERE CAST(id AS VARCHAR) = ANY(:ids)";

    private static final String CONFIRMATIONS = JdbcRunTimes.CONFIRMATION + "CAST(id AS VARCHAR) = ANY(:ids)";

    /** Those of these ids that are there, and cannot be read still. */
    Set<String> unreadable(EntryKind kind, Collection<String> ids) {
        return switch (kind) {
            case WORKSPACE -> JdbcWorkspaces.all(session).unreadable(ids);
            case CLOUD_ACCOUNT -> JdbcCloudAccounts.all(session).unreadable(ids);
            case SUBSCRIPTION -> JdbcSubscriptions.all(session).unreadable(ids);
            case AGREEMENT -> JdbcAgreements.all(session).unreadable(ids);
            case ARREARS -> JdbcArrearsStore.all(session).unreadable(ids);
            case METERING_RECORD -> JdbcMeteringRecords.all(session).unreadable(ids);
            case SUBMISSION_HOLD -> JdbcSubmissionHolds.all(session).unreadable(ids);
            case CHARGE ->
                left(CHARGES, ids, (row, context) -> ChargeRow.attempt(row).map(read -> true));
            case METER ->
                left(
                        METERS,
                        ids,
                        (row, context) -> Reading.attempt(kind, row.getString("id"), () -> {
                            MarketplaceCustomer customer =
                                    Json.read(row.getString("customer"), MarketplaceCustomer.class);
                            return customer.key().length() > 0;
                        }));
            case NOTICE ->
                left(NOTICES, ids, (row, context) -> JdbcNotices.attempt(row).map(read -> true));
            case CLAIM ->
                left(
                        CLAIMS,
                        ids,
                        (row, context) ->
                                Reading.attempt(kind, row.getString("digest"), () -> JdbcClaims.claim(row) != null));
            case EVENT ->
                left(
                        EVENTS,
                        ids,
                        (row, context) -> Reading.attempt(
                                kind,
                                row.getString("position"),
                                () -> EventCodec.read(row.getString("type"), row.getString("payload")) != null));
            case REDELIVERY ->
                left(
                        REDELIVERIES,
                        ids,
                        (row, context) -> JdbcEventOutbox.redelivery(row).map(read -> true));
            case TIME_CONFIRMATION ->
                left(
                        CONFIRMATIONS,
                        ids,
                        (row, context) -> JdbcRunTimes.confirmation(row).map(read -> true));
        };
    }

    private Set<String> left(String sql, Collection<String> ids, RowMapper<Either<UnreadableEntry, Boolean>> reading) {
        return session
                .ask(open -> open.createQuery(sql)
                        .bindArray("ids", String.class, List.copyOf(ids))
                        .map(reading)
                        .list())
                .stream()
                .filter(Either::isLeft)
                .map(entry -> entry.getLeft().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
