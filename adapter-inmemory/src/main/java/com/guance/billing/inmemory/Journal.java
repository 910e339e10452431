package com.guance.billing.inmemory;

import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.RecordId;
import java.util.Comparator;

/** All that is charged, and what became of it. */
record Journal(TakenCharges charges, Histories<RecordId, MeteringRecord> records, Remainders remainders) {

    /** The oldest hour first, of one hour in the order of keys. */
    static final Comparator<RecordId> OLDEST =
            Comparator.comparing(RecordId::hour).thenComparing(RecordId::key);

    static Journal blank() {
        return new Journal(
                TakenCharges.none(),
                Histories.none(
                        OLDEST,
                        history -> MeteringRecord.replay(Aggregates.family(MeteringRecordEvent.class, history))),
                Remainders.none());
    }

    Journal with(TakenCharges changed) {
        return new Journal(changed, records, remainders);
    }

    Journal with(Histories<RecordId, MeteringRecord> changed) {
        return new Journal(charges, changed, remainders);
    }

    Journal with(Remainders changed) {
        return new Journal(charges, records, changed);
    }
}
