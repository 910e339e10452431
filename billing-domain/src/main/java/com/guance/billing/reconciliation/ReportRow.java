package com.guance.billing.reconciliation;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.metering.Dimension;
import java.time.LocalDate;

/**
 * A row of a seller report: usage of a customer that the marketplace bills, of a day or a part of it.
 *
 * @param account the customer
 * @param dimension for what
 * @param day the day of the usage in UTC; for a report by months any day of the month
 * @param quantity whole units; negative where the marketplace takes something back
 */
public record ReportRow(CloudAccountId account, Dimension dimension, LocalDate day, long quantity) {

    /** Refuses nulls. */
    public ReportRow {
        Required.value(account, "account");
        Required.value(dimension, "dimension");
        Required.value(day, "day");
    }
}
