package com.guance.billing.ports.driving;

import com.guance.billing.Required;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.Product;
import java.time.Instant;
import java.util.List;

/** Shows what a run would ask the marketplaces to bill (ASK-4). */
@FunctionalInterface
public interface RehearseDue {

    /**
     * Does all that {@link RunDue#run} would do at an instant but the calls, in one transaction that is rolled back: nothing is
     * stored, no permit taken, no event told, no marketplace called. What is shown is what the next run at that instant sends if the
     * marketplaces accept all of it, and nothing else happens meanwhile: records of a suspected subscription go out after its probe,
     * nothing is rejected.
     *
     * <p>While it runs it may hold up others that write the same, and be held up by them, as one long transaction does.
     *
     * @param at when the run would be, usually now
     * @return what would be done
     * @throws Fault if anything fails: of what would be left after a fault nothing is shown
     */
    Rehearsal rehearse(Instant at);

    /**
     * What would be done.
     *
     * @param calls the calls to all marketplaces, in their order
     * @param done what the run would answer
     */
    record Rehearsal(List<Call> calls, RunDue.Done done) {

        /** Takes a copy. */
        public Rehearsal {
            calls = Required.list(calls, "calls");
            Required.value(done, "done");
        }
    }

    /**
     * A call that would be made.
     *
     * @param product at whose marketplace
     * @param records 1–25, as they would be sent: their timestamps, quantities and shares are what the marketplace would be told, byte
     *     for byte, until the record is made in earnest (MET-6)
     */
    record Call(Product product, List<MeteringRecord> records) {

        /** Takes a copy. */
        public Call {
            Required.value(product, "product");
            records = Required.list(records, "records");
        }
    }
}
