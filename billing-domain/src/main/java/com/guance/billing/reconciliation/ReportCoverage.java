package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import java.time.LocalDate;

/**
 * What the host states about a seller report (ASK-3). A customer or day that is missing from a report proves only what it covers.
 *
 * @param from the first day of UTC whose usage it contains
 * @param until the day after the last one; reports lag behind usage by a day or more
 * @param complete whether it contains all usage of the product on these days; a report that is filtered or not final does not
 */
public record ReportCoverage(LocalDate from, LocalDate until, boolean complete) {

    /**
     * Checks the days.
     *
     * @throws IllegalArgumentException if the end is before the beginning
     */
    public ReportCoverage {
        Required.value(from, "from");
        Required.value(until, "until");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a report from " + from + " until " + until + " covers nothing");
        }
    }

    /** A report that contains all usage from a day until another. */
    public static ReportCoverage complete(LocalDate from, LocalDate until) {
        return new ReportCoverage(from, until, true);
    }
}
