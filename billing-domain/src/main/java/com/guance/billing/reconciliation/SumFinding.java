package com.guance.billing.reconciliation;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.metering.Dimension;
import java.time.LocalDate;

/**
 * What a seller report and our books say of a customer, dimension and span (ASK-3).
 *
 * @param span of what
 * @param verdict how they compare
 * @param accepted units that we hold accepted
 * @param inDoubt units beside those of which we cannot tell whether they were billed: they may explain a difference
 * @param billed units that the report names
 */
public record SumFinding(Span span, Verdict verdict, long accepted, long inDoubt, long billed) {

    /** Refuses nulls. */
    public SumFinding {
        Required.value(span, "span");
        Required.value(verdict, "verdict");
    }

    /**
     * What is added up.
     *
     * @param account the customer
     * @param dimension for what
     * @param from the first day of it in UTC
     */
    public record Span(CloudAccountId account, Dimension dimension, LocalDate from) {

        /** Refuses nulls. */
        public Span {
            Required.value(account, "account");
            Required.value(dimension, "dimension");
            Required.value(from, "from");
        }
    }

    /** How two sums compare. */
    public enum Verdict {
        /** The same on both sides, whether or not something is in doubt. */
        MATCHED,
        /** The report covers it, was read to the last row, and does not contain it. */
        ONLY_HERE,
        /** We have no record of it. */
        ONLY_THERE,
        /** Not the same. */
        DIFFERENT,
        /** The report contains less than we hold accepted, and may lack rows: it is not stated complete, or has rows that were not read. */
        UNKNOWN
    }

    /** By how much the report names more than we hold accepted; negative if it names less. */
    public long difference() {
        return Math.subtractExact(billed, accepted);
    }
}
