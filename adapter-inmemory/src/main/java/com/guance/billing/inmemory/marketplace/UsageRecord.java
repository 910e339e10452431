package com.guance.billing.inmemory.marketplace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of BatchMeterUsage ("UsageRecord" page), unchecked.
 *
 * @param timestamp when the usage happened; the wire carries milliseconds
 * @param customer who used
 * @param dimension what was used
 * @param quantity whole units
 * @param allocations how the quantity splits by tags; null when the record has none, which is not the same as an empty list
 */
record UsageRecord(
        Instant timestamp,
        CustomerReference customer,
        String dimension,
        long quantity,
        @Nullable List<UsageAllocation> allocations) {

    UsageRecord {
        timestamp = timestamp.truncatedTo(ChronoUnit.MILLIS);
        allocations = allocations == null ? null : List.copyOf(allocations);
    }

    List<UsageAllocation> allocationsOrNone() {
        return allocations == null ? List.of() : allocations;
    }
}
