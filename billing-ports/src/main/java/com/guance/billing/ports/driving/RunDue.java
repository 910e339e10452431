package com.guance.billing.ports.driving;

import com.guance.billing.ports.faults.Fault;
import java.time.Instant;

/** Does what is due: whenever the host likes, as often as it likes, and again after a fault. */
@FunctionalInterface
public interface RunDue {

    /**
     * Finishes what ends, activations and arrears have begun (END-4), lets time pass (LOCK-6), closes hours that are over (MET-3),
     * submits what is owed (SUB-1…SUB-6).
     *
     * @param at now
     * @return what was done
     * @throws Fault if marketplace or store fails; what was done stays done, the rest is due again
     */
    Done run(Instant at);

    /**
     * What was done.
     *
     * @param reached workspaces that a change of a payer reached
     * @param advanced workspaces to which time brought something
     * @param closed hours closed
     * @param submitted records that the marketplace answered for
     */
    record Done(int reached, int advanced, int closed, int submitted) {}
}
