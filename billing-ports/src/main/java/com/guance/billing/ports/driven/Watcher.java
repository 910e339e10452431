package com.guance.billing.ports.driven;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.ports.driving.RunDue;
import java.util.List;

/**
 * Is told at once what this node does, for logs and meters. It may miss something: a node that dies after a commit tells nobody. What
 * must not be missed leaves by {@link com.guance.billing.ports.driving.TellEvents}. Called by any thread, several at once; what it
 * throws changes nothing.
 */
public interface Watcher {

    /**
     * A change was committed.
     *
     * @param events what happened to metering records, subscriptions and cloud accounts, in the order in which it was saved; not empty
     */
    void committed(List<DomainEvent> events);

    /**
     * A run of what is due is over.
     *
     * @param done what was done, faults or not
     */
    void ran(RunDue.Done done);

    /**
     * An instant was confirmed, after a time without runs (LOCK-8).
     *
     * @param by who confirmed it, and the instant
     */
    default void timeConfirmed(Request by) {}

    /**
     * Something broke, and the rest went on. Of a run the first one reaches the caller too, the others suppressed by it.
     *
     * @param fault what broke
     */
    void faulted(RuntimeException fault);
}
