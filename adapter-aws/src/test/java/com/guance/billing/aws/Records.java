package com.guance.billing.aws;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
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
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Metering records of the tests' product. */
final class Records {

    static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod-obs");
    static final Instant HOUR = Instant.parse("2026-03-18T11:00:00Z");
    static final String CUSTOMER = "cust-1";
    static final String DIMENSION = "data_gb";

    private Records() {}

    static MeteringRecord of(long... units) {
        return of(CUSTOMER, DIMENSION, HOUR, units);
    }

    /** A record with one workspace a number of units: {@code wksp_0}, {@code wksp_1} … */
    static MeteringRecord of(String customer, String dimension, Instant timestamp, long... units) {
        List<Allocation> allocations = new ArrayList<>();
        for (long each : units) {
            allocations.add(new Allocation(new WorkspaceId("wksp_" + allocations.size()), new SiteId("us1"), each));
        }
        return of(customer, dimension, RecordContent.of(timestamp, allocations));
    }

    static MeteringRecord of(String customer, String dimension, RecordContent content) {
        return of(new MarketplaceCustomer.Legacy(PROFILE.product(), customer), dimension, content);
    }

    static MarketplaceCustomer licensed(String license) {
        return new MarketplaceCustomer.Licensed(PROFILE.product(), "111122223333", license);
    }

    static MeteringRecord of(MarketplaceCustomer customer, String dimension, RecordContent content) {
        RecordId id = new RecordId(new Meter(customer, new Dimension(dimension)), MeteringHour.of(content.timestamp()));
        BilledThrough billed =
                new BilledThrough(CloudAccountId.of("aws", "111122223333"), new SubscriptionId("s-1"), HOUR);
        Request clock = new Request(new Actor.Clock(), HOUR.plusSeconds(4_200));
        return MeteringRecord.made(id, billed, content, clock).after();
    }
}
