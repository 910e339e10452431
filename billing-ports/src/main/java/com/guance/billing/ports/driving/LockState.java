package com.guance.billing.ports.driving;

import com.guance.billing.Required;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Phase;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Set;

/**
 * What locks a workspace at an instant, as if every end and all time until then had reached it.
 *
 * @param phase where it stands in its life; fully locked from the deadline on, to the instant
 * @param causes what locks it, in the order in which it came; locked ⇔ not empty
 * @param lockAt since when it is locked
 * @param deadline when the countdown is over
 * @param ingestion whether the product takes its data in
 */
public record LockState(
        Phase phase, Set<LockCause> causes, Option<Instant> lockAt, Option<Instant> deadline, boolean ingestion) {

    /** Refuses nulls. */
    public LockState {
        Required.value(phase, "phase");
        causes = Required.set(causes, "causes");
        Required.option(lockAt, "lockAt");
        Required.option(deadline, "deadline");
    }

    /** Whether it is locked. */
    public boolean isLocked() {
        return !causes.isEmpty();
    }
}
