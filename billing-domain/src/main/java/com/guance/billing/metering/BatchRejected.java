package com.guance.billing.metering;

import com.guance.billing.Required;
import java.util.Set;

/**
 * The marketplace refused a whole request: none of its records was billed (SUB-6).
 *
 * @param why the marketplace's error code, such as {@code TimestampOutOfBoundsException}
 * @param isKnown whether it is documented what the code says of a record; one that nobody knows holds nothing
 */
public record BatchRejected(String why, boolean isKnown) {

    /** Refuses nulls. */
    public BatchRejected {
        Required.value(why, "why");
    }

    private static final Set<String> OF_A_METER = Set.of("InvalidUsageDimensionException");
    private static final Set<String> OF_A_CUSTOMER =
            Set.of("InvalidCustomerIdentifierException", "InvalidLicenseException");
    private static final Set<String> OF_TIME = Set.of("TimestampOutOfBoundsException");

    /** A refusal by a code that is documented. */
    public BatchRejected(String why) {
        this(why, true);
    }

    /**
     * A refusal by an error code that nobody knows.
     *
     * @param why the code
     * @return the refusal
     */
    public static BatchRejected unknown(String why) {
        return new BatchRejected(why, false);
    }

    /** Whether it blames the dimension: later records of the same meter would be refused alike. */
    public boolean isOfMeter() {
        return isKnown && OF_A_METER.contains(why);
    }

    /** Whether it blames the customer: later records of the same customer would be refused alike. */
    public boolean isOfCustomer() {
        return isKnown && OF_A_CUSTOMER.contains(why);
    }

    /** Whether it blames the timestamp. */
    public boolean isOfTime() {
        return isKnown && OF_TIME.contains(why);
    }
}
