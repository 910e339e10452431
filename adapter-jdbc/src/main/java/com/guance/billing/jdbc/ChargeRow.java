package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Notes;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A charge as a row. */
final class ChargeRow {

    /** What is asked for of a charge {@code c} in a lot {@code l}, together with its meter's {@code customer}. */
    static final String READ = "c.*, l.dimension, l.subscription, l.record_hour, m.customer";

    /** With the meter of a lot {@code l}; unsettled charges have none. */
    static final String METER =
            " LEFT JOIN billing_meter m ON m.customer_key = l.customer_key AND m.dimension = l.dimension";

    /** All that is written of a charge. PostgreSQL is told which of its {@linkplain Lots#CHOSEN chosen} lots. */
    static final List<Column<InLot>> COLUMNS = List.of(
            text("charge_key", charge -> charge.taken().charge().key()),
            text(
                    "cloud_account",
                    charge -> charge.taken().destination().account().value()),
            text("workspace", charge -> charge.taken().charge().workspace().value()),
            text("site", charge -> charge.taken().site().value()),
            new Column<>("lot", Column.Type.LONG, InLot::lot, "(SELECT ids FROM lots)[(%s)::integer]"),
            new Column<>(
                    "quantity",
                    Column.Type.DECIMAL,
                    charge -> charge.taken().charge().usage().quantity().value()),
            second("from_second", UsagePeriod::from),
            nano("from_nano", UsagePeriod::from),
            second("until_second", UsagePeriod::until),
            nano("until_nano", UsagePeriod::until),
            text("notes", charge -> written(charge.taken().charge().notes())));

    private ChargeRow() {}

    /** Reads a row of what was {@linkplain #READ asked for}; left: it cannot be read. */
    static Either<UnreadableEntry, TakenCharge> attempt(ResultSet row) throws SQLException {
        return Reading.attempt(EntryKind.CHARGE, row.getString("charge_key"), () -> read(row));
    }

    /**
     * The same.
     *
     * @throws com.guance.billing.ports.faults.EntryUnreadable if it cannot be read
     */
    static TakenCharge strictly(ResultSet row) throws SQLException {
        return Reading.strictly(EntryKind.CHARGE, row.getString("charge_key"), () -> read(row));
    }

    private static TakenCharge read(ResultSet row) throws SQLException {
        return new TakenCharge(
                new Charge(
                        row.getString("charge_key"),
                        new WorkspaceId(row.getString("workspace")),
                        new Charge.Usage(
                                new Dimension(row.getString("dimension")), new Quantity(row.getBigDecimal("quantity"))),
                        new UsagePeriod(Row.exact(row, "from"), Row.exact(row, "until")),
                        Option.of(row.getString("notes")).map(Notes::parse).getOrElse(Notes.NONE)),
                new SiteId(row.getString("site")),
                destination(row));
    }

    private static Destination destination(ResultSet row) throws SQLException {
        CloudAccountId account = new CloudAccountId(row.getString("cloud_account"));
        String customer = row.getString("customer");
        return customer == null && row.getString("subscription") == null
                ? new Destination.Unsettled(account)
                : new Metered(
                        account,
                        new SubscriptionId(row.getString("subscription")),
                        Json.read(customer, MarketplaceCustomer.class));
    }

    private static @Nullable String written(Notes notes) {
        return notes.equals(Notes.NONE) ? null : notes.toString();
    }

    private static Column<InLot> text(String name, Function<InLot, @Nullable Object> value) {
        return new Column<>(name, Column.Type.TEXT, value);
    }

    private static Column<InLot> second(String name, Function<UsagePeriod, Instant> at) {
        return new Column<>(
                name,
                Column.Type.LONG,
                charge -> at.apply(charge.taken().charge().period()).getEpochSecond());
    }

    /** Within its second. */
    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the second has a column of its own
    private static Column<InLot> nano(String name, Function<UsagePeriod, Instant> at) {
        return new Column<>(
                name,
                Column.Type.INTEGER,
                charge -> at.apply(charge.taken().charge().period()).getNano());
    }

    /** A charge, and the lot that it is put into. */
    record InLot(TakenCharge taken, long lot) {}
}
