package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.ports.driven.Statements;
import com.guance.billing.site.SiteId;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.ChargedHour;
import com.guance.billing.statement.Entry;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.statement.Whose;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/** The journal, as people ask for it: each question is one statement, but for a page of charges, which is at most two. */
final class JdbcStatements implements Statements {

    private static final String RECORDED =
            "l.cloud_account = :account AND l.record_hour >= :from AND l.record_hour < :until";

    private static final String IN_NONE =
            "l.cloud_account = :account AND l.record_hour IS NULL AND l.hour_start >= :from AND l.hour_start < :until";

    private static final String CHARGED = " FROM billing_lot l JOIN billing_charge c ON c.lot = l.id WHERE ";

    private static final String LEFT = " FROM billing_forfeiture f JOIN billing_remainder r"
            + " ON r.customer_key = f.customer_key AND r.dimension = f.dimension AND r.workspace = f.workspace"
            + " WHERE f.cloud_account = :account AND f.forfeited_at >= :from AND f.forfeited_at < :until";

    private static final String ENTRIES = "SELECT workspace, site, dimension, kind, SUM(quantity) AS quantity FROM"
            + " (SELECT c.workspace, c.site, l.dimension, 'RECORDED' AS kind, c.quantity" + CHARGED + RECORDED
            + " UNION ALL SELECT c.workspace, c.site, l.dimension, CASE WHEN l.customer_key IS NULL THEN 'UNSETTLED'"
            + " ELSE 'OPEN' END, c.quantity" + CHARGED + IN_NONE
            + " UNION ALL SELECT f.workspace, r.site, f.dimension, 'FORFEITED', f.quantity - FLOOR(f.quantity)" + LEFT
            + " AND f.quantity <> FLOOR(f.quantity)"
            + " UNION ALL SELECT f.workspace, r.site, f.dimension, 'LEFT', FLOOR(f.quantity)" + LEFT
            + " AND f.quantity >= 1) entry GROUP BY workspace, site, dimension, kind";

    private static final String STATUS = ChargeRow.METER
            + " LEFT JOIN billing_metering_record r ON r.customer_key = l.customer_key AND r.dimension = l.dimension"
            + " AND r.hour_start = l.record_hour WHERE ";

    private static final String IN_RECORD_AFTER = " AND (l.record_hour, l.hour_start) >= (:record, :hour)";

    private static final String RECORD_KEYS = " AND c.charge_key >"
            + " CASE WHEN l.record_hour = :record AND l.hour_start = :hour THEN CAST(:key AS VARCHAR) ELSE '' END";

    private static final String IN_NONE_AFTER = " AND l.hour_start >= :hour";

    private static final String KEYS =
            " AND c.charge_key > CASE WHEN l.hour_start = :hour THEN CAST(:key AS VARCHAR) ELSE '' END";

    private static final String CARRIED = "SELECT dimension, SUM(quantity) AS quantity FROM"
            + " (SELECT dimension, quantity FROM billing_remainder WHERE cloud_account = :account"
            + " UNION ALL SELECT l.dimension, -c.quantity" + CHARGED
            + "l.cloud_account = :account AND l.record_hour >= :start"
            + " UNION ALL SELECT dimension, units + unsettled_units FROM billing_metering_record"
            + " WHERE cloud_account = :account AND hour_start >= :start"
            + " UNION ALL SELECT dimension, quantity FROM billing_forfeiture"
            + " WHERE cloud_account = :account AND forfeited_at >= :start) carried"
            + " GROUP BY dimension HAVING SUM(quantity) <> 0";

    private static final String CHARGED_HOURS = "SELECT DISTINCT dimension, hour_start, subscription, kind FROM"
            + " (SELECT l.dimension, l.hour_start, l.subscription, CASE WHEN l.customer_key IS NULL THEN 'UNSETTLED'"
            + " ELSE 'WAITING' END AS kind FROM billing_lot l WHERE " + IN_NONE + " AND " + Lots.WAITING
            + " UNION ALL SELECT l.dimension, l.hour_start, l.subscription, 'LATE' FROM billing_lot l"
            + " WHERE l.cloud_account = :account AND l.record_hour >= :from AND l.record_hour <> l.hour_start"
            + " AND l.hour_start >= :from AND l.hour_start < :until AND " + Lots.FULL + ") charged";

    private final Session session;

    JdbcStatements(Session session) {
        this.session = session;
    }

    @Override
    public List<Entry> entries(CloudAccountId account, StatementPeriod period) {
        return ask(
                ENTRIES,
                within(account, period),
                (row, context) -> new Entry(
                        whose(row),
                        Entry.Kind.valueOf(row.getString("kind")),
                        new Quantity(row.getBigDecimal("quantity"))));
    }

    @Override
    public List<ChargeLine> charges(
            CloudAccountId account, StatementPeriod period, Option<ChargeLine> after, int limit) {
        boolean recordedAreOver = after.exists(last -> last.in().isEmpty());
        List<ChargeLine> recorded = recordedAreOver
                ? List.of()
                : page(
                        after.map(last -> RECORD_KEYS).getOrElse(""),
                        RECORDED + after.map(last -> IN_RECORD_AFTER).getOrElse("")
                                + " ORDER BY l.record_hour, l.hour_start, c.charge_key",
                        within(account, period, after),
                        limit);
        if (recorded.size() == limit) {
            return recorded;
        }
        Option<ChargeLine> last = after.filter(line -> recordedAreOver);
        List<ChargeLine> inNone = page(
                last.map(line -> KEYS).getOrElse(""),
                IN_NONE + last.map(line -> IN_NONE_AFTER).getOrElse("") + " ORDER BY l.hour_start, c.charge_key",
                within(account, period, last),
                limit - recorded.size());
        return Stream.concat(recorded.stream(), inNone.stream()).toList();
    }

    private List<ChargeLine> page(String keys, String which, Row values, int limit) {
        String ofEach = session.dialect().withFirst("billing_charge", "c.lot = l.id" + keys, "c.charge_key");
        return ask(
                "SELECT " + ChargeRow.READ + ", r.status FROM billing_lot l " + ofEach + STATUS + which
                        + " LIMIT :limit",
                values.with("limit", limit),
                (row, context) -> new ChargeLine(ChargeRow.strictly(row), in(row)));
    }

    @Override
    public List<MeteringRecord> records(
            CloudAccountId account, StatementPeriod period, Option<RecordId> after, int limit) {
        return new JdbcMeteringRecords(session).of(account, period, after, limit);
    }

    @Override
    public Map<Dimension, BigDecimal> carried(CloudAccountId account, MeteringHour start) {
        Map<Dimension, BigDecimal> carried = new HashMap<>();
        ask(
                        CARRIED,
                        new Row().with("account", account.value()).with("start", start.start()),
                        (row, context) -> Map.entry(dimension(row), row.getBigDecimal("quantity")))
                .forEach(entry -> carried.put(entry.getKey(), entry.getValue()));
        return carried;
    }

    @Override
    public List<ChargedHour> chargedHours(CloudAccountId account, StatementPeriod period) {
        return ask(
                CHARGED_HOURS,
                within(account, period),
                (row, context) -> new ChargedHour(
                        dimension(row),
                        new MeteringHour(Row.instant(row, "hour_start")),
                        ChargedHour.Kind.valueOf(row.getString("kind")),
                        Option.of(row.getString("subscription")).map(SubscriptionId::new)));
    }

    private <T> List<T> ask(String sql, Row values, RowMapper<T> mapper) {
        return session.ask(open ->
                open.createQuery(sql).bindMap(values.values()).map(mapper).list());
    }

    private static Row within(CloudAccountId account, StatementPeriod period) {
        return new Row()
                .with("account", account.value())
                .with("from", period.from().start())
                .with("until", period.until().start());
    }

    private static Row within(CloudAccountId account, StatementPeriod period, Option<ChargeLine> after) {
        Row row = within(account, period);
        after.flatMap(ChargeLine::in).forEach(in -> row.with("record", in.hour().start()));
        after.forEach(last -> row.with("hour", last.taken().charge().hour().start())
                .with("key", last.taken().charge().key()));
        return row;
    }

    private static Option<ChargeLine.In> in(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return status == null
                ? Option.none()
                : Option.some(new ChargeLine.In(
                        new MeteringHour(Row.instant(row, "record_hour")), RecordStatus.valueOf(status)));
    }

    private static Whose whose(ResultSet row) throws SQLException {
        String workspace = row.getString("workspace");
        return workspace.equals(Remainders.OWN)
                ? Whose.own(dimension(row))
                : Whose.of(new WorkspaceId(workspace), new SiteId(row.getString("site")), dimension(row));
    }

    private static Dimension dimension(ResultSet row) throws SQLException {
        return new Dimension(row.getString("dimension"));
    }
}
