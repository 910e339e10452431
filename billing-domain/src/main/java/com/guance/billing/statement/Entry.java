package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.metering.Quantity;

/**
 * What the journal holds beside its records, summed up (ASK-1).
 *
 * @param whose whose
 * @param kind what it is
 * @param quantity how much
 */
public record Entry(Whose whose, Kind kind, Quantity quantity) {

    /** Refuses nulls. */
    public Entry {
        Required.value(whose, "whose");
        Required.value(kind, "kind");
        Required.value(quantity, "quantity");
    }

    /** What there is. */
    public enum Kind {
        /** Charges that are in a record. */
        RECORDED,
        /** Charges that are in no record yet. */
        OPEN,
        /** Charges that nobody can be billed for (END-8). */
        UNSETTLED,
        /** Fractions that were left at the end (FIN-1): they were charged before. */
        FORFEITED,
        /** Whole units that were left at the end, and that nobody can be billed for (END-8): they were charged before. */
        LEFT
    }
}
