package com.guance.billing.ports.driving;

import com.guance.billing.metering.RecordedHours;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.ExportCoverage;
import com.guance.billing.reconciliation.Granularity;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.Reconciliation;
import com.guance.billing.reconciliation.ReportCoverage;
import com.guance.billing.reconciliation.ReportRow;
import com.guance.billing.reconciliation.SumReconciliation;
import java.util.List;

/**
 * Our books against what the marketplace says it has billed (ASK-3). It decides nothing and writes nothing: staff decide with
 * {@link DecideRecord} (SUB-11).
 */
public interface Reconcile {

    /**
     * Compares hour by hour. CloudTrail shows a call a quarter of an hour late, and late records are sent for hours long past: give it
     * all calls from the first hour until a window after the last one, and state so. What is not proved stays <em>unknown</em>.
     *
     * @param hours of which product and hours
     * @param theirs what the marketplace took, as read from its exports; lines of other hours and products are passed over
     * @param coverage what the exports cover; without it nothing that is missing from them is taken as not billed
     * @return what was found
     * @throws Fault if the store fails
     */
    Reconciliation byHour(RecordedHours hours, Legible<BilledLine> theirs, List<ExportCoverage> coverage);

    /**
     * Compares sums by customer, dimension and span, for reports that contain no hours.
     *
     * @param hours of which product and hours: whole spans
     * @param theirs the product's rows of a report; rows of other days are passed over
     * @param by what the report adds up
     * @param coverage what the reports cover; without it nothing that is missing from them is taken as not billed
     * @return what was found
     * @throws IllegalArgumentException if the hours are not whole spans of UTC
     * @throws ArithmeticException if a sum does not fit 64 bits
     * @throws Fault if the store fails
     */
    SumReconciliation bySum(
            RecordedHours hours, Legible<ReportRow> theirs, Granularity by, List<ReportCoverage> coverage);
}
