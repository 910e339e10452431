package com.guance.billing.aws;

import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.TaggedUnits;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.marketplacemetering.model.Tag;
import software.amazon.awssdk.services.marketplacemetering.model.UsageAllocation;
import software.amazon.awssdk.services.marketplacemetering.model.UsageRecord;

/**
 * A metering record in AWS's words, but for the license, which the SDK does not know ("UsageRecord" and "UsageAllocation" pages of the API reference;
 * MET-5). The same record always becomes the same words (MET-6).
 */
final class UsageRecords {

    private UsageRecords() {}

    /**
     * The record as AWS takes it.
     *
     * @throws IllegalArgumentException if it is billed through another product
     */
    static UsageRecord of(Product product, MeteringRecord record) {
        MarketplaceCustomer customer = record.id().meter().customer();
        if (!customer.product().equals(product)) {
            throw new IllegalArgumentException("a record of another product: " + record.id());
        }
        RecordContent content = record.content();
        UsageRecord.Builder usage = named(customer)
                .dimension(record.id().meter().dimension().name())
                .timestamp(content.timestamp().truncatedTo(ChronoUnit.MILLIS))
                .quantity(Math.toIntExact(content.quantity()));
        if (!content.shown().isEmpty()) { // an empty list is no list to AWS
            usage.usageAllocations(
                    content.shown().stream().map(UsageRecords::of).toList());
        }
        return usage.build();
    }

    /** As it was frozen (MET-6). */
    private static UsageAllocation of(TaggedUnits shown) {
        return UsageAllocation.builder()
                .allocatedUsageQuantity(Math.toIntExact(shown.units()))
                .tags(shown.tags().stream()
                        .map(tag ->
                                Tag.builder().key(tag.key()).value(tag.value()).build())
                        .toList())
                .build();
    }

    private static UsageRecord.Builder named(MarketplaceCustomer customer) {
        if (customer instanceof MarketplaceCustomer.Licensed licensed) {
            return UsageRecord.builder().customerAWSAccountId(licensed.account());
        }
        return customer instanceof MarketplaceCustomer.Account account
                ? UsageRecord.builder().customerAWSAccountId(account.account())
                : UsageRecord.builder().customerIdentifier(((MarketplaceCustomer.Legacy) customer).identifier());
    }
}
