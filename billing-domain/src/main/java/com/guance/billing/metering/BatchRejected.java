package com.guance.billing.metering;

import com.guance.billing.Required;

/**
 * The marketplace refused a whole request: none of its records was billed (SUB-6).
 *
 * @param why the marketplace's error code, such as {@code TimestampOutOfBoundsException}
 */
public record BatchRejected(String why) {

    /** Refuses nulls. */
    public BatchRejected {
        Required.value(why, "why");
    }
}
