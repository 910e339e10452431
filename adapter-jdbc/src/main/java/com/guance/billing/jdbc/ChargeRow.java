package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A charge as a row. */
final class ChargeRow {

    /** All that is written of a charge. */
    static final List<Column<TakenCharge>> COLUMNS = List.of(
            text("charge_key", taken -> taken.charge().key()),
            text("cloud_account", taken -> taken.destination().account().value()),
            text("workspace", taken -> taken.charge().workspace().value()),
            text("site", taken -> taken.site().value()),
            text("dimension", taken -> taken.charge().usage().dimension().name()),
            new Column<>(
                    "quantity",
                    Column.Type.DECIMAL,
                    taken -> taken.charge().usage().quantity().value()),
            new Column<>(
                    "hour_start",
                    Column.Type.TIME,
                    taken -> Row.time(taken.charge().hour().start())),
            second("from_second", taken -> taken.charge().period().from()),
            nano("from_nano", taken -> taken.charge().period().from()),
            second("until_second", taken -> taken.charge().period().until()),
            nano("until_nano", taken -> taken.charge().period().until()),
            text(
                    "subscription",
                    taken -> taken.destination() instanceof Metered to
                            ? to.subscription().value()
                            : null),
            text(
                    "customer_key",
                    taken -> taken.destination() instanceof Metered to
                            ? to.customer().key()
                            : null));

    private ChargeRow() {}

    /** Reads a row of the table, joined with its meter's {@code customer}. */
    static TakenCharge read(ResultSet row) throws SQLException {
        return new TakenCharge(
                new Charge(
                        row.getString("charge_key"),
                        new WorkspaceId(row.getString("workspace")),
                        new Charge.Usage(
                                new Dimension(row.getString("dimension")), new Quantity(row.getBigDecimal("quantity"))),
                        new UsagePeriod(Row.exact(row, "from"), Row.exact(row, "until"))),
                new SiteId(row.getString("site")),
                destination(row));
    }

    private static Destination destination(ResultSet row) throws SQLException {
        CloudAccountId account = new CloudAccountId(row.getString("cloud_account"));
        String customer = row.getString("customer");
        return customer == null
                ? new Destination.Unsettled(account)
                : new Metered(
                        account,
                        new SubscriptionId(row.getString("subscription")),
                        Json.read(customer, MarketplaceCustomer.class));
    }

    private static Column<TakenCharge> text(String name, Function<TakenCharge, @Nullable Object> value) {
        return new Column<>(name, Column.Type.TEXT, value);
    }

    private static Column<TakenCharge> second(String name, Function<TakenCharge, Instant> at) {
        return new Column<>(name, Column.Type.LONG, taken -> at.apply(taken).getEpochSecond());
    }

    /** Within its second. */
    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the second has a column of its own
    private static Column<TakenCharge> nano(String name, Function<TakenCharge, Instant> at) {
        return new Column<>(name, Column.Type.INTEGER, taken -> at.apply(taken).getNano());
    }
}
