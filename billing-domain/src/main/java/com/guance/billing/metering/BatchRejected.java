package com.guance.billing.metering;

/**
 * The marketplace refused a whole request: none of its records was billed (SUB-6).
 *
 * @param why the marketplace's error code, such as {@code TimestampOutOfBoundsException}
 */
public record BatchRejected(String why) {}
