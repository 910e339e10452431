package com.guance.billing.inmemory.marketplace;

import com.guance.billing.Required;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * One record that the buyer pays for. There is at most one per {@link Hour}; it never changes.
 *
 * @param hour who pays for what, and for which hour
 * @param timestamp as it was sent with the first write, to the millisecond
 * @param quantity whole units; 0 is a write like any other
 * @param shares the usage allocations as sent; empty if there were none
 * @param meteringRecordId the marketplace's own id of this write
 */
public record BilledUsage(Hour hour, Instant timestamp, long quantity, List<Share> shares, String meteringRecordId) {

    /** Keeps a copy of the shares. */
    public BilledUsage {
        Required.value(hour, "hour");
        Required.value(timestamp, "timestamp");
        shares = Required.list(shares, "shares");
        Required.value(meteringRecordId, "meteringRecordId");
    }

    /**
     * What AWS de-duplicates by, within one product (MET-3). The two identity schemes do not know of each other: an hour that was
     * sent in both is billed in both (SUB-10).
     *
     * @param customerIdentifier of the AWS account, the same whichever way and in whichever scheme the record named it
     * @param license the license's {@code l-…} id in the license scheme; empty in the legacy scheme
     * @param dimension as the product lists it
     * @param start the beginning of the hour, in UTC
     */
    public record Hour(String customerIdentifier, String license, String dimension, Instant start) {

        /** Refuses nulls. */
        public Hour {
            Required.value(customerIdentifier, "customerIdentifier");
            Required.value(license, "license");
            Required.value(dimension, "dimension");
            Required.value(start, "start");
        }

        static Hour of(String customerIdentifier, String license, String dimension, Instant timestamp) {
            return new Hour(customerIdentifier, license, dimension, timestamp.truncatedTo(ChronoUnit.HOURS));
        }

        /** The same hour in the legacy scheme. */
        Hour legacy() {
            return new Hour(customerIdentifier, "", dimension, start);
        }
    }

    /**
     * The part of a quantity that carries the same tags (MET-5).
     *
     * @param tags by key; empty for the untagged part
     * @param quantity whole units
     */
    public record Share(Map<String, String> tags, long quantity) {

        /** Keeps a copy of the tags. */
        public Share {
            tags = Required.map(tags, "tags");
        }
    }
}
