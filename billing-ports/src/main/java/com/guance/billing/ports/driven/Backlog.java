package com.guance.billing.ports.driven;

import com.guance.billing.Required;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Tally;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;

/** What is not done yet, in figures. Each costs as much as what is open, however long the history of what is done. */
public interface Backlog {

    /**
     * The metering records that somebody has still to do something about.
     *
     * @param product of which product
     * @return their figures
     */
    Records records(Product product);

    /** The charges that nobody can be billed for and that are in no record (END-8). */
    Tally unsettledCharges();

    /** How many subscriptions and Billing Center accounts changed in a way that has not reached all workspaces (END-4, LOCK-7). */
    int openCascades();

    /**
     * The events that were not told yet; asks no teller to wait.
     *
     * @param most count no further than this, at least 1
     * @return their figures
     */
    Untold untold(int most);

    /**
     * Metering records that are not done with.
     *
     * @param byStatus those made, sent, held, disputed and unsettled, as far as there are any; a record that is unsettled in part
     *     counts as unsettled, with that part, beside its own status (SUB-11)
     * @param oldestOwed the oldest timestamp that the marketplace has still to answer for, if there is any
     */
    record Records(Map<RecordStatus, Tally> byStatus, Option<Instant> oldestOwed) {

        /** Takes a copy. */
        public Records {
            byStatus = Required.map(byStatus, "byStatus");
            Required.option(oldestOwed, "oldestOwed");
        }
    }

    /**
     * Events that were not told.
     *
     * @param count how many, at most as many as were to be counted
     * @param oldest when the one happened that is told next, if there is any
     * @param retried how many of them wait for another attempt (REL-4)
     * @param setAside how many more were set aside (REL-4)
     */
    record Untold(int count, Option<Instant> oldest, int retried, int setAside) {

        /** Refuses nulls. */
        public Untold {
            Required.option(oldest, "oldest");
        }
    }
}
