package com.guance.billing.inmemory.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom a usage record names.
 *
 * @param buyer the account
 * @param license the {@code l-…} id in the license scheme; empty in the legacy scheme
 * @param life of the license, or of the account's subscription; null if it never subscribed
 */
record Payer(Buyer buyer, String license, @Nullable Life life) {

    /** Alive or in the final hour, and in good standing with AWS. */
    boolean canBeMetered() {
        return life != null && life.state() != SubscriptionState.ENDED && !buyer.isSuspended();
    }

    /**
     * Passes usage of an instant at which there was a life to be billed to. Of a subscription that came back after its end only the
     * present life counts; starts are kept to the millisecond. A license is strict about its end, too: in the final hour
     * usage from before is taken, and none from then on.
     */
    void checkLife(Instant timestamp) {
        if (life == null) {
            return;
        }
        if (!license.isEmpty() && life.isWithout(timestamp)) {
            throw AwsException.refused("InvalidLicenseException", "the usage lies outside the license's life");
        }
        if (license.isEmpty() && canBeMetered() && life.startedAfter(timestamp)) {
            throw TimestampRules.outOfBounds("is before the start of the subscription");
        }
    }

    /** What AWS de-duplicates the record by. */
    BilledUsage.Hour hour(UsageRecord record) {
        return BilledUsage.Hour.of(buyer.customerIdentifier(), license, record.dimension(), record.timestamp());
    }
}
