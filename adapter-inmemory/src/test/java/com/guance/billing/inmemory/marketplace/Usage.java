package com.guance.billing.inmemory.marketplace;

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
import java.time.Instant;
import java.util.List;

/** Metering records of customers of any marketplace. */
final class Usage {

    private Usage() {}

    /** A record of the present hour, of one workspace. */
    static MeteringRecord of(MarketplaceCustomer customer, String dimension, Instant now, long units) {
        CloudAccountId account = CloudAccountId.of(customer.product().marketplace(), "111122223333");
        return MeteringRecord.made(
                        new RecordId(new Meter(customer, new Dimension(dimension)), MeteringHour.of(now)),
                        new BilledThrough(account, new SubscriptionId(customer.key() + "#1"), now),
                        RecordContent.of(
                                now, List.of(new Allocation(new WorkspaceId("wksp_1"), new SiteId("cn1"), units))),
                        new Request(new Actor.Clock(), now))
                .after();
    }
}
