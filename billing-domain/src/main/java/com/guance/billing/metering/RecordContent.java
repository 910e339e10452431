package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.policy.AttributionPolicy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * What a metering record says. Frozen when the record is made: a retry is byte for byte the same (MET-6).
 *
 * @param timestamp the hour's start, or in the first hour the instant of activation (MET-3)
 * @param units whose units they are: 0…2147483647 together
 * @param shown the same units as the marketplace shows them to the buyer; none if there are no units (MET-5)
 */
public record RecordContent(Instant timestamp, Units units, List<TaggedUnits> shown) {

    /** The most units that a marketplace takes in a record (BatchMeterUsage API). */
    public static final long MOST = Integer.MAX_VALUE;

    /**
     * Takes a copy and checks the sums.
     *
     * @throws IllegalArgumentException if units and what is shown of them disagree or are out of range, or if two parts are shown
     *     alike
     */
    public RecordContent {
        Required.value(timestamp, "timestamp");
        Required.value(units, "units");
        shown = Required.list(shown, "shown");
        long quantity = units.total();
        long sum = shown.stream().mapToLong(TaggedUnits::units).sum();
        if (sum != quantity || quantity > MOST) {
            throw new IllegalArgumentException("a record of " + quantity + " units that shows " + sum);
        }
        if (new HashSet<>(shown.stream().map(TaggedUnits::tags).toList()).size() < shown.size()) {
            throw new IllegalArgumentException("a record that shows two parts alike");
        }
    }

    /**
     * The content of a record, shown as a policy says.
     *
     * @param timestamp what it is dated
     * @param units whose units
     * @param policy how they are shown
     * @return the content
     * @throws IllegalArgumentException if there are more units than a record takes
     */
    public static RecordContent of(Instant timestamp, Units units, AttributionPolicy policy) {
        return new RecordContent(timestamp, units, Attribution.of(units, policy));
    }

    /**
     * The content of a record of workspaces, shown as the default policy says.
     *
     * @param timestamp what it is dated
     * @param allocations units of each, in the order of workspace ids
     * @return the content
     * @throws IllegalArgumentException if there are more units than a record takes
     */
    public static RecordContent of(Instant timestamp, List<Allocation> allocations) {
        return of(timestamp, new Units(allocations, 0), AttributionPolicy.defaults());
    }

    /** Whole units, 0…2147483647. */
    public long quantity() {
        return units.total();
    }

    /** What each workspace has of them, in the order of workspace ids, each at least one unit. */
    public List<Allocation> allocations() {
        return units.byWorkspace();
    }
}
