package com.guance.billing.ports.driving;

import com.guance.billing.metering.RecordedHours;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Granularity;
import com.guance.billing.reconciliation.Reconciliation;
import com.guance.billing.reconciliation.ReportRow;
import com.guance.billing.reconciliation.SumReconciliation;
import java.util.Collection;

/**
 * Our books against what the marketplace says it has billed (ASK-3). It decides nothing and writes nothing: staff decide with
 * {@link DecideRecord} (SUB-11).
 */
public interface Reconcile {

    /**
     * Compares hour by hour. CloudTrail tells of a call a quarter of an hour late, and late records are sent for hours long past:
     * give it all calls from the first hour on until a window after the last one.
     *
     * @param hours of which product and hours
     * @param theirs what the marketplace took; lines of other hours and products are passed over
     * @return what was found
     * @throws Fault if the store fails
     */
    Reconciliation byHour(RecordedHours hours, Collection<BilledLine> theirs);

    /**
     * Compares sums by customer, dimension and span, for reports that know no hours.
     *
     * @param hours of which product and hours: whole spans
     * @param theirs the product's rows of a report; rows of other days are passed over
     * @param by what the report adds up
     * @return what was found
     * @throws IllegalArgumentException if the hours are not whole spans of UTC
     * @throws ArithmeticException if a sum does not fit 64 bits
     * @throws Fault if the store fails
     */
    SumReconciliation bySum(RecordedHours hours, Collection<ReportRow> theirs, Granularity by);
}
