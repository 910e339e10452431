package com.guance.billing.aws;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.marketplacemetering.model.UsageRecord;

/**
 * What AWS itself tells records of one product apart by: customer, dimension and hour ("Metering for usage" page of the seller
 * guide). The instant within the hour is left out, for it goes over the wire in milliseconds at most.
 *
 * @param customer the {@code CustomerIdentifier}
 * @param dimension the {@code Dimension}
 * @param hour the hour of the {@code Timestamp}
 */
record UsageKey(String customer, String dimension, Instant hour) {

    /** The key of a record that AWS names, unless it leaves out part of it. */
    static Option<UsageKey> of(@Nullable UsageRecord record) {
        if (record == null
                || record.customerIdentifier() == null
                || record.dimension() == null
                || record.timestamp() == null) {
            return Option.none();
        }
        return Option.some(new UsageKey(
                record.customerIdentifier(),
                record.dimension(),
                record.timestamp().truncatedTo(ChronoUnit.HOURS)));
    }
}
