package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import com.guance.billing.metering.RecordId;
import java.time.Instant;

/**
 * That the marketplace took a record: a result {@code Success} of a {@code BatchMeterUsage} call in CloudTrail. Of several of one
 * meter, hour and region the first has won, and was billed once (marketplace rule of the first write).
 *
 * @param record which meter and hour
 * @param quantity how many units, at least 0
 * @param takenAt when the call was
 * @param region the AWS region that took it; each region bills on its own (marketplace rule of the first write)
 * @param namesProduct whether the call named the product; a call in the license form does not, and is the product's only if the
 *     license is a customer's of ours
 */
public record BilledLine(RecordId record, long quantity, Instant takenAt, String region, boolean namesProduct) {

    /**
     * Checks the quantity.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public BilledLine {
        Required.value(region, "region");
        Required.value(record, "record");
        Required.value(takenAt, "takenAt");
        if (quantity < 0) {
            throw new IllegalArgumentException("nobody bills " + quantity + " units");
        }
    }
}
