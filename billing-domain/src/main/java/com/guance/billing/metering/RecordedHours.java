package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.subscription.Product;

/**
 * The records of a product's hours (ASK-3).
 *
 * @param product of which product
 * @param from the first hour
 * @param until the hour after the last; later than the first
 */
public record RecordedHours(Product product, MeteringHour from, MeteringHour until) {

    /**
     * Checks the hours.
     *
     * @throws IllegalArgumentException if there are none
     */
    public RecordedHours {
        Required.value(product, "product");
        Required.value(from, "from");
        Required.value(until, "until");
        if (until.compareTo(from) <= 0) {
            throw new IllegalArgumentException("no hours from " + from.start() + " until " + until.start());
        }
    }

    /** Whether a record is of them. */
    public boolean have(RecordId record) {
        return record.meter().customer().product().equals(product) && have(record.hour());
    }

    /** Whether an hour is one of them. */
    public boolean have(MeteringHour hour) {
        return hour.compareTo(from) >= 0 && hour.compareTo(until) < 0;
    }
}
