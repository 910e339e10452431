package com.guance.billing.metering;

import java.nio.charset.StandardCharsets;

/** How much of a call a record takes at most, in bytes (SUB-2). */
public final class CallSize {

    /** Names, numbers, brackets, and the ids of one record, as BatchMeterUsage spells them. */
    private static final long RECORD = 700;

    /** JSON escapes a character by up to six; what is shown is plain (MET-5). */
    private static final int ESCAPED = 6;

    private CallSize() {}

    /**
     * An upper bound of what a record takes.
     *
     * @param record the record
     * @return bytes
     */
    public static long atMost(MeteringRecord record) {
        long ids = (long) ESCAPED
                * (bytes(record.id().meter().customer().key())
                        + bytes(record.id().meter().dimension().name())
                        + bytes(record.billed().licenseArn().getOrElse("")));
        return RECORD
                + ids
                + record.content().shown().stream()
                        .mapToLong(TaggedUnits::bytes)
                        .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
