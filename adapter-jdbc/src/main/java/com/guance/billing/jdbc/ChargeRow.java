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
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** A charge as a row. */
final class ChargeRow {

    private ChargeRow() {}

    static Map<String, Object> of(TakenCharge taken) {
        Charge charge = taken.charge();
        Option<Metered> metered =
                Option.of(taken.destination()).filter(Metered.class::isInstance).map(Metered.class::cast);
        Instant until = charge.period().until();
        return new Row()
                .with("charge_key", charge.key())
                .with("cloud_account", taken.destination().account().value())
                .with("workspace", charge.workspace().value())
                .with("site", taken.site().value())
                .with("dimension", charge.usage().dimension().name())
                .with("quantity", charge.usage().quantity().value())
                .with("hour_start", charge.hour().start())
                .with("used_from", charge.period().from().toString())
                .with("used_until", until.toString())
                .exactly("until", Option.some(until))
                .with("subscription", metered.map(to -> to.subscription().value()))
                .with("customer_key", metered.map(to -> to.customer().key()))
                .values();
    }

    /** Reads a row of the table, joined with its meter's {@code customer}. */
    static TakenCharge read(ResultSet row) throws SQLException {
        return new TakenCharge(
                new Charge(
                        row.getString("charge_key"),
                        new WorkspaceId(row.getString("workspace")),
                        new Charge.Usage(
                                new Dimension(row.getString("dimension")), new Quantity(row.getBigDecimal("quantity"))),
                        new UsagePeriod(
                                Instant.parse(row.getString("used_from")), Instant.parse(row.getString("used_until")))),
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
}
