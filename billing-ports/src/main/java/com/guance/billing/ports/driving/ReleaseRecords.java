package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordRefusal;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Either;

/**
 * What a marketplace rejected is corrected, say staff: the units of held records go into later records if their subscription is
 * active, its final hour is not closed yet (FIN-1), or it has an heir, and are unsettled else (SUB-6, MET-7, END-8). Or a record is not
 * sent because it is larger than the host's policy believes, and is right: it is sent as it is (MET-10).
 */
public interface ReleaseRecords {

    /**
     * Releases one.
     *
     * @param record which
     * @param by who says so: staff
     * @return the record, to be sent by the next run if it was too large; left: <em>NotForThisActor</em>, <em>RecordUnknown</em> or
     *     <em>NotHeld</em>
     * @throws Fault if the store fails
     */
    Either<RecordRefusal, MeteringRecord> release(RecordId record, Request by);

    /**
     * Releases all that are held for one cause, in bounded transactions; what is too large is released one by one only.
     *
     * @param which of which product, and if so wished of which dimension or for which reason
     * @param by who says so: staff
     * @return how many; left: <em>NotForThisActor</em>
     * @throws Fault if the store fails; what was released stays released, the rest is held
     */
    Either<RecordRefusal, Integer> releaseAll(HeldRecords which, Request by);
}
