package com.guance.billing.inmemory.marketplace;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.UsageAllocation.Tag;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.TaggedUnits;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceCustomer.Account;
import com.guance.billing.subscription.MarketplaceCustomer.Legacy;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The library's metering records in AWS's words, and AWS's results in the library's. */
final class PortRecords {

    private PortRecords() {}

    /**
     * A call in AWS's words: the records' product, unless all of them are of the license scheme. Records of both schemes do not
     * make a call (SUB-2); AWS itself refuses it.
     */
    static BatchMeterUsageRequest request(ListedProduct product, List<MeteringRecord> records) {
        boolean byLicense =
                records.stream().allMatch(record -> record.id().meter().customer() instanceof Licensed);
        return new BatchMeterUsageRequest(
                byLicense ? "" : product.productCode(),
                records.stream()
                        .map(record -> usage(record, customer(product, record)))
                        .collect(Collectors.toUnmodifiableList()));
    }

    private static CustomerReference customer(ListedProduct product, MeteringRecord record) {
        MarketplaceCustomer customer = record.id().meter().customer();
        if (customer instanceof Licensed licensed) {
            return CustomerReference.license(
                    licensed.account(),
                    record.billed()
                            .licenseArn()
                            .getOrElse(() -> LicenseArn.of(product.partition(), licensed.license())));
        }
        if (customer instanceof Account account) {
            return CustomerReference.account(account.account());
        }
        return CustomerReference.identifier(((Legacy) customer).identifier());
    }

    private static UsageRecord usage(MeteringRecord record, CustomerReference customer) {
        List<UsageAllocation> allocations =
                record.content().shown().stream().map(PortRecords::allocation).collect(Collectors.toUnmodifiableList());
        return new UsageRecord(
                record.content().timestamp(),
                customer,
                record.id().meter().dimension().name(),
                record.content().quantity(),
                allocations.isEmpty() ? null : allocations);
    }

    /** One answer a record, in their order; a record that is not mentioned is unanswered (SUB-3). */
    static List<MeteringAnswer> answers(List<UsageRecord> asked, BatchMeterUsageAnswer answer) {
        Map<UsageRecord, MeteringAnswer> answers = new HashMap<>();
        answer.results().forEach(result -> answers.put(result.record(), answer(result)));
        answer.unprocessed().forEach(record -> answers.put(record, new MeteringAnswer.Unprocessed()));
        return asked.stream()
                .map(record -> answers.getOrDefault(record, new MeteringAnswer.Unanswered()))
                .collect(Collectors.toUnmodifiableList());
    }

    private static MeteringAnswer answer(Result result) {
        return switch (result.status()) {
            case SUCCESS -> new MeteringAnswer.Accepted(Objects.requireNonNull(result.meteringRecordId()));
            case DUPLICATE_RECORD -> new MeteringAnswer.Duplicate();
            case CUSTOMER_NOT_SUBSCRIBED -> new MeteringAnswer.NotSubscribed();
        };
    }

    /** As it was frozen (MET-6). */
    private static UsageAllocation allocation(TaggedUnits shown) {
        return new UsageAllocation(
                shown.units(),
                shown.tags().stream()
                        .map(tag -> new Tag(tag.key(), tag.value()))
                        .toList());
    }
}
