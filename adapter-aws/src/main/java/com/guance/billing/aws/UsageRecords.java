package com.guance.billing.aws;

import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.marketplacemetering.model.Tag;
import software.amazon.awssdk.services.marketplacemetering.model.UsageAllocation;
import software.amazon.awssdk.services.marketplacemetering.model.UsageRecord;

/**
 * A metering record in AWS's words, in the legacy identity scheme ("UsageRecord" and "UsageAllocation" pages of the API reference;
 * MET-5). The same record always becomes the same words (MET-6).
 */
final class UsageRecords {

    private UsageRecords() {}

    /**
     * The record as AWS takes it.
     *
     * @throws IllegalArgumentException if it is billed through another product
     * @throws MarketplaceMisconfigured if its customer is known by a license
     */
    static UsageRecord of(Product product, MeteringRecord record) {
        MarketplaceCustomer customer = record.id().meter().customer();
        if (!customer.product().equals(product)) {
            throw new IllegalArgumentException("a record of another product: " + record.id());
        }
        RecordContent content = record.content();
        UsageRecord.Builder usage = UsageRecord.builder()
                .customerIdentifier(identifier(customer))
                .dimension(record.id().meter().dimension().name())
                .timestamp(content.timestamp().truncatedTo(ChronoUnit.MILLIS))
                .quantity(Math.toIntExact(content.quantity()));
        if (!content.allocations().isEmpty()) { // an empty list is no list to AWS
            usage.usageAllocations(
                    content.allocations().stream().map(UsageRecords::of).toList());
        }
        return usage.build();
    }

    private static UsageAllocation of(Allocation allocation) {
        return UsageAllocation.builder()
                .allocatedUsageQuantity(Math.toIntExact(allocation.units()))
                .tags(
                        tag("workspace", allocation.workspace().value()),
                        tag("site", allocation.site().value()))
                .build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(TagValue.of(value)).build();
    }

    private static String identifier(MarketplaceCustomer customer) {
        if (customer instanceof MarketplaceCustomer.Legacy legacy) {
            return legacy.identifier();
        }
        throw new MarketplaceMisconfigured(
                "a customer known by a license: only the legacy identity scheme is served", null);
    }
}
