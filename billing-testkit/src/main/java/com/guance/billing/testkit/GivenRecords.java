package com.guance.billing.testkit;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Metering records that are on their way to a marketplace. */
record GivenRecords(Dimension dimension, Instant now) {

    /** A record of the present hour, of so many units for each workspace. */
    MeteringRecord of(MarketplaceCustomer customer, long... units) {
        MeteringHour start = MeteringHour.of(now);
        List<Allocation> allocations = IntStream.range(0, units.length)
                .mapToObj(i -> new Allocation(workspace(i), Given.SITE.id(), units[i]))
                .collect(Collectors.toList());
        MeteringRecord made = MeteringRecord.made(
                        new RecordId(new Meter(customer, dimension), start),
                        new BilledThrough(
                                CloudAccountId.of(customer.product().marketplace(), "1"),
                                new SubscriptionId(customer.key() + "#1"),
                                start.start()),
                        RecordContent.of(start.start(), allocations),
                        Given.byClock(now))
                .after();
        return made.isOwed() ? GivenAnswers.unanswered(made).after() : made;
    }

    /** The tags under which the buyer sees a workspace's units. */
    Map<String, String> tags(int workspace) {
        return Map.of(
                "workspace",
                workspace(workspace).value(),
                "site",
                Given.SITE.id().value());
    }

    private static WorkspaceId workspace(int number) {
        return new WorkspaceId("wksp_" + number);
    }
}
