package com.guance.billing.ports.driving;

import com.guance.billing.ports.faults.Fault;
import java.time.Instant;

/** Does what is due: whenever the host likes, as often as it likes, and again after a fault. */
@FunctionalInterface
public interface RunDue {

    /**
     * Finishes cascades of ended subscriptions (END-4), closes hours that are over (MET-3), submits what is owed (SUB-1…SUB-6).
     *
     * @param at now
     * @return what was done
     * @throws Fault if marketplace or store fails; what was done stays done, the rest is due again
     */
    Done run(Instant at);

    /**
     * What was done.
     *
     * @param unbound workspaces unbound and locked
     * @param closed hours closed
     * @param submitted records that the marketplace answered for
     */
    record Done(int unbound, int closed, int submitted) {}
}
