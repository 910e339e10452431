package com.guance.billing.ports.driving;

import com.guance.billing.ports.faults.Fault;
import java.time.Instant;

/** Does what is due: whenever the host likes, as often as it likes, and again after a fault. */
@FunctionalInterface
public interface RunDue {

    /**
     * Finishes what ends, activations and arrears have begun (END-4), lets time pass (LOCK-6), closes hours that are over (MET-3),
     * submits what is owed (SUB-1…SUB-9), and tells what runs out of time (SUB-8, FIN-2). It never sleeps: where no further call is
     * permitted within this second (SUB-7), it ends and says so.
     *
     * @param at now
     * @return what was done
     * @throws Fault if marketplace or store fails: the first of all that did, the others suppressed by it; thrown when everything else
     *     is done. What was done stays done, the rest is due again
     */
    Done run(Instant at);

    /**
     * What was done.
     *
     * @param reached workspaces that a change of a payer reached
     * @param advanced workspaces to which time brought something
     * @param closed hours closed
     * @param submitted records that the marketplace answered for
     * @param rateReached whether records are owed that no call was permitted for: run again, with the time then (SUB-7)
     */
    record Done(int reached, int advanced, int closed, int submitted, boolean rateReached) {

        /** Done within the permitted rate. */
        public Done(int reached, int advanced, int closed, int submitted) {
            this(reached, advanced, closed, submitted, false);
        }
    }
}
