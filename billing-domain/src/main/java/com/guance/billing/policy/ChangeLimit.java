package com.guance.billing.policy;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** How often a workspace may change its settlement method (SET-6). */
@FunctionalInterface
public interface ChangeLimit {

    /**
     * When the next change is allowed.
     *
     * @param last the instant of the last change that counts
     * @return the first instant at which another one is allowed; none: at any time
     */
    Option<Instant> nextAllowed(Instant last);

    /**
     * The default: one change a calendar month.
     *
     * @param zone the Billing Center's zone
     * @return the limit
     */
    static ChangeLimit onceAMonth(ZoneId zone) {
        return last -> Option.some(YearMonth.from(last.atZone(zone))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(zone)
                .toInstant());
    }

    /** No limit. */
    static ChangeLimit none() {
        return last -> Option.none();
    }
}
