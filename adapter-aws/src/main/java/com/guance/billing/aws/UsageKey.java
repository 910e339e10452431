package com.guance.billing.aws;

import com.guance.billing.subscription.IdentityForm;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.marketplacemetering.model.UsageRecord;

/**
 * What AWS itself tells records of one product apart by: customer, in the license scheme the license, dimension and hour ("Metering
 * for usage" page of the seller guide). The instant within the hour is left out, for it goes over the wire in milliseconds at most.
 *
 * @param customer the {@code CustomerIdentifier}, or in the other forms the {@code CustomerAWSAccountId}
 * @param license the license's own id; none in the other forms
 * @param dimension the {@code Dimension}
 * @param hour the hour of the {@code Timestamp}
 */
record UsageKey(String customer, Option<String> license, String dimension, Instant hour) {

    /** The key of a record that AWS names, unless it leaves out part of it: the form says which name counts, whatever others it adds. */
    static Option<UsageKey> of(@Nullable UsageRecord record, IdentityForm form, Option<String> license) {
        if (record == null || record.dimension() == null || record.timestamp() == null) {
            return Option.none();
        }
        String customer = form == IdentityForm.LEGACY ? record.customerIdentifier() : record.customerAWSAccountId();
        return Option.of(customer)
                .map(named -> new UsageKey(
                        named, license, record.dimension(), record.timestamp().truncatedTo(ChronoUnit.HOURS)));
    }
}
