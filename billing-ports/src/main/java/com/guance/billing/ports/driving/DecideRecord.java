package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordRefusal;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Either;

/** A disputed metering record is decided: staff have found out what the marketplace billed (SUB-4, SUB-11). */
public interface DecideRecord {

    /**
     * The marketplace billed so much. What it did not bill of the record goes into a later one if its subscription is active, its
     * final hour is not closed yet (FIN-1), or it has an heir (MET-7), and is unsettled else (END-8). What it billed beyond the record
     * is told by the event, and in no books.
     *
     * @param record which
     * @param quantity whole units that it billed, 0 or more
     * @param basis what the decision rests on
     * @param by who decides: staff
     * @return the record; left: <em>NotForThisActor</em>, <em>RecordUnknown</em>, <em>NotDisputed</em>, or, of quantity 0,
     *     <em>ReasonNeeded</em>
     * @throws IllegalArgumentException if the quantity is negative
     * @throws Fault if the store fails
     */
    Either<RecordRefusal, MeteringRecord> accepted(RecordId record, long quantity, DecisionBasis basis, Request by);

    /**
     * The marketplace billed nothing of it.
     *
     * @param record which
     * @param basis what the decision rests on; a finding that says that nobody can tell needs a reason
     * @param by who decides: staff
     * @return the record; left: <em>NotForThisActor</em>, <em>RecordUnknown</em>, <em>NotDisputed</em> or <em>ReasonNeeded</em>
     * @throws Fault if the store fails
     */
    Either<RecordRefusal, MeteringRecord> notBilled(RecordId record, DecisionBasis basis, Request by);
}
