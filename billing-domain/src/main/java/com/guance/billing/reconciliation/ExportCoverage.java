package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import java.time.Instant;

/**
 * What the host states about an export of CloudTrail (ASK-3). A call that is missing from an export proves only what the export
 * covers: CloudTrail keeps calls by the region and the time of the call, not by the hour of the usage.
 *
 * @param region the AWS region whose calls it contains, such as {@code us-east-1}
 * @param from the first instant of the calls that it contains
 * @param until the instant after the last one; CloudTrail delivers a call about 15 minutes late, so an export contains nothing newer
 *     than that
 * @param complete whether it contains every call of the publishing account in these instants; an export that does not proves nothing
 */
public record ExportCoverage(String region, Instant from, Instant until, boolean complete) {

    /**
     * Checks the region and the instants.
     *
     * @throws IllegalArgumentException if the region is blank, or the end is before the beginning
     */
    public ExportCoverage {
        Required.value(region, "region");
        Required.value(from, "from");
        Required.value(until, "until");
        if (region.isBlank()) {
            throw new IllegalArgumentException("an export covers a region");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("an export from " + from + " until " + until + " covers nothing");
        }
    }

    /** An export that contains every call of a region from an instant until another. */
    public static ExportCoverage complete(String region, Instant from, Instant until) {
        return new ExportCoverage(region, from, until, true);
    }
}
