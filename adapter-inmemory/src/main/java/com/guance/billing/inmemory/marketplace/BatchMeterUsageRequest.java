package com.guance.billing.inmemory.marketplace;

import java.util.List;

/**
 * What BatchMeterUsage takes, unchecked.
 *
 * @param productCode the one product that all records meter; empty when the caller sent none
 * @param records in the order sent
 */
record BatchMeterUsageRequest(String productCode, List<UsageRecord> records) {

    BatchMeterUsageRequest {
        records = List.copyOf(records);
    }
}
