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
     * <p>A run more than a day (policy) after the last one of any node is <em>unconfirmed</em>: its clock may be wrong. It finishes what
     * payers have begun and sends what is made, but makes and expires no record and passes no deadline, and says so. Runs are ordinary
     * again once the host {@linkplain ConfirmTime confirms} the time, or a marketplace's answer bore nearly the same (LOCK-8).
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
     * @param unconfirmed whether its instant lies so far after the last run that it may be wrong: confirm it (LOCK-8)
     */
    record Done(int reached, int advanced, int closed, int submitted, boolean rateReached, boolean unconfirmed) {

        /** At an instant that is certain. */
        public Done(int reached, int advanced, int closed, int submitted, boolean rateReached) {
            this(reached, advanced, closed, submitted, rateReached, false);
        }

        /** Done within the permitted rate. */
        public Done(int reached, int advanced, int closed, int submitted) {
            this(reached, advanced, closed, submitted, false, false);
        }
    }
}
