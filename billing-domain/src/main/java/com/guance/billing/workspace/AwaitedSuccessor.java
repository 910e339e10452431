package com.guance.billing.workspace;

import com.guance.billing.Required;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import java.time.Instant;

/**
 * A workspace's waiting for the agreement that follows the ended one (END-5).
 *
 * @param ended what ended, and locks it if nobody follows
 * @param deadline when the waiting is over, and the end takes its consequence
 * @param consequence which
 */
public record AwaitedSuccessor(SubscriptionEnded ended, Instant deadline, EndConsequence consequence) {

    /** Refuses nulls. */
    public AwaitedSuccessor {
        Required.value(ended, "ended");
        Required.value(deadline, "deadline");
        Required.value(consequence, "consequence");
    }
}
