package com.guance.billing.testkit;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.policy.AttributionPolicy;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One cloud account's usage of one dimension: charges of it, and the records that they become.
 *
 * @param account in whose books it stands
 * @param customer whom the marketplace bills
 * @param dimension of what
 */
public record GivenMeter(CloudAccountId account, MarketplaceCustomer customer, Dimension dimension) {

    /** Refuses nulls. */
    public GivenMeter {
        Required.value(account, "account");
        Required.value(customer, "customer");
        Required.value(dimension, "dimension");
    }

    /** The first hour in which there is usage. */
    public static final MeteringHour FIRST = MeteringHour.of(Given.NOW).next();

    /** The meter of an account and its customer of the same number. */
    public static GivenMeter of(String number, String dimension) {
        return new GivenMeter(Given.accountId(number), Given.customer(number), new Dimension(dimension));
    }

    /** The first subscription of its customer. */
    public SubscriptionId subscription() {
        return new SubscriptionId(customer.key() + "#1");
    }

    /** The record of an hour, counted from {@link #FIRST}. */
    public RecordId record(int hour) {
        return new RecordId(new Meter(customer, dimension), hour(hour));
    }

    /** A charge in the first hour, to be metered. */
    public TakenCharge charge(String key, String workspace, String quantity) {
        return charge(key, workspace, quantity, 0);
    }

    /** A charge in an hour, to be metered. */
    public TakenCharge charge(String key, String workspace, String quantity, int hour) {
        return taken(key, workspace, quantity, within(hour), metered());
    }

    /** A charge whose last instant is the hour's last, to be metered. */
    public TakenCharge untilTheEnd(String key, String workspace, String quantity, int hour) {
        UsagePeriod period =
                new UsagePeriod(hour(hour).start(), hour(hour).next().start());
        return taken(key, workspace, quantity, period, metered());
    }

    /** A charge in an hour, for which nobody can be billed (END-8). */
    public TakenCharge unsettled(String key, String workspace, String quantity, int hour) {
        return taken(key, workspace, quantity, within(hour), new Destination.Unsettled(account));
    }

    /** Closes an hour as the library does: gathers, and keeps record and remainders; workspaces that left keep theirs. */
    public Closing close(Stores stores, RecordId record) {
        return close(stores, record, Closing.Leavers.KEEP);
    }

    /** The same, where workspaces that left give their fractions to the subscription (MET-4). */
    public Closing closeLiving(Stores stores, RecordId record) {
        return close(stores, record, Closing.Leavers.GIVE);
    }

    private Closing close(Stores stores, RecordId record, Closing.Leavers leavers) {
        Closing closing = Closing.of(
                record,
                new BilledThrough(account, subscription(), Given.NOW),
                stores.charges().gather(record, subscription()),
                new Closing.Terms(leavers, AttributionPolicy.defaults()),
                Given.byClock(record.hour().next().start().plus(Duration.ofMinutes(10))));
        stores.meteringRecords().close(closing);
        return closing;
    }

    /** An hour in which nothing was used, told as 0 (MET-8). */
    Closing idle(int hour, Gathered gathered) {
        return Closing.of(
                record(hour),
                new BilledThrough(account, subscription(), Given.NOW),
                gathered,
                new Closing.Terms(Closing.Leavers.KEEP, AttributionPolicy.defaults()).tellingIdle(),
                Given.byClock(record(hour).hour().next().start()));
    }

    /** The record without remainder that so many units of one workspace make. */
    public Closing units(int hour, long units) {
        RecordId record = record(hour);
        RecordContent content = RecordContent.of(
                record.hour().start(),
                units == 0 ? List.of() : List.of(new Allocation(new WorkspaceId("wksp_1"), Given.SITE.id(), units)));
        return new Closing(
                MeteringRecord.made(
                        record,
                        new BilledThrough(account, subscription(), Given.NOW),
                        content,
                        Given.byClock(record.hour().next().start())),
                Map.of(),
                Quantity.ZERO);
    }

    /** Through its first subscription. */
    public Destination.Metered metered() {
        return new Destination.Metered(account, subscription(), customer);
    }

    private TakenCharge taken(
            String key, String workspace, String quantity, UsagePeriod period, Destination destination) {
        Charge.Usage usage = new Charge.Usage(dimension, Quantity.of(quantity));
        Charge charge = new Charge(key, new WorkspaceId(workspace), usage, period);
        return new TakenCharge(charge, Given.SITE.id(), destination);
    }

    private static UsagePeriod within(int hour) {
        Instant start = hour(hour).start();
        return new UsagePeriod(
                start.plusNanos(1), start.plus(Duration.ofMinutes(30)).plusNanos(7));
    }

    private static MeteringHour hour(int hour) {
        return new MeteringHour(FIRST.start().plus(Duration.ofHours(hour)));
    }
}
