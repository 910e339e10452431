package com.guance.billing.reconciliation;

import com.guance.billing.metering.RecordId;
import java.time.Instant;

/**
 * That the marketplace took a record: a result {@code Success} of a {@code BatchMeterUsage} call in CloudTrail. Of several of one
 * meter and hour the first has won, and was billed once (marketplace rule of the first write).
 *
 * @param record which meter and hour
 * @param quantity how many units, at least 0
 * @param takenAt when the call was
 */
public record BilledLine(RecordId record, long quantity, Instant takenAt) {

    /**
     * Checks the quantity.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public BilledLine {
        if (quantity < 0) {
            throw new IllegalArgumentException("nobody bills " + quantity + " units");
        }
    }
}
