package com.guance.billing.ports.driving;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.faults.Fault;
import java.util.function.Consumer;

/** Tells the host what happened: each event at least once, those of one aggregate in order. */
@FunctionalInterface
public interface TellEvents {

    /**
     * Tells a batch of events.
     *
     * @param listener the host's; it runs inside a transaction and must not ask this library anything; if it throws, nothing of the
     *     batch counts as told
     * @param limit at most so many, at least 1
     * @return how many were told; 0 if there is nothing to tell, or another node is telling
     * @throws Fault if the store fails: some may be told again
     */
    int tell(Consumer<DomainEvent> listener, int limit);
}
