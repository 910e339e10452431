package com.guance.billing.inmemory.marketplace;

import java.util.List;

/**
 * What BatchMeterUsage takes, unchecked.
 *
 * @param productCode the one product that all records meter; empty when the caller sent none, as the license scheme has none
 * @param records in the order sent
 */
record BatchMeterUsageRequest(String productCode, List<UsageRecord> records) {

    BatchMeterUsageRequest {
        records = List.copyOf(records);
    }

    /** Whether it is in the license scheme, in which the licenses stand for the product. */
    boolean isByLicense() {
        return productCode.isEmpty()
                && records.stream().anyMatch(record -> record.customer().licenseArn() != null);
    }
}
