package com.guance.billing.metering;

import java.time.Instant;
import java.util.List;

/**
 * What a metering record says. Frozen when the record is made: a retry is byte for byte the same (MET-6).
 *
 * @param timestamp the hour's start, or in the first hour the instant of activation (MET-3)
 * @param quantity whole units, 0…2147483647: the allocations' sum
 * @param allocations in the order of workspace ids, each at least one unit
 */
public record RecordContent(Instant timestamp, long quantity, List<Allocation> allocations) {

    /** The most units that a marketplace takes in a record (BatchMeterUsage API). */
    public static final long MOST = Integer.MAX_VALUE;

    /**
     * Takes a copy and checks the sum.
     *
     * @throws IllegalArgumentException if quantity and allocations disagree or are out of range
     */
    public RecordContent {
        allocations = List.copyOf(allocations);
        long sum = allocations.stream().mapToLong(Allocation::units).sum();
        if (sum != quantity || quantity < 0 || quantity > MOST) {
            throw new IllegalArgumentException("a record of " + quantity + " units with allocations of " + sum);
        }
    }
}
