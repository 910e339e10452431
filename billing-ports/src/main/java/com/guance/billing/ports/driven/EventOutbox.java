package com.guance.billing.ports.driven;

import com.guance.billing.DomainEvent;
import com.guance.billing.Required;
import java.util.List;

/**
 * Events of committed changes that have not been told yet. Events of one aggregate come in the order in which they happened. While
 * a transaction that has asked for pending events runs, no other is given any.
 */
public interface EventOutbox {

    /**
     * The oldest events that were not told.
     *
     * @param limit at most so many, at least 1
     * @return in the order in which they were saved
     */
    List<Pending> pending(int limit);

    /**
     * Notes that events were told; they will not be pending again.
     *
     * @param told events that were pending
     */
    void told(List<Pending> told);

    /**
     * An event that has still to be told.
     *
     * @param position its place in the outbox, rising
     * @param event what happened
     */
    record Pending(long position, DomainEvent event) {

        /** Refuses nulls. */
        public Pending {
            Required.value(event, "event");
        }
    }
}
