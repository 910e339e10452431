package com.guance.billing.ports.driving;

import com.guance.billing.ports.faults.Fault;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Tells the host what happened: each event at least once, those of one aggregate in order, by one node at a time.
 *
 * <p>An event at which the listener throws costs that event only (REL-4): what it received before stays delivered; the event is tried
 * again with growing waits, and set aside after some attempts ({@link com.guance.billing.policy.DeliveryPolicy}), which is reported.
 * Later events of the same aggregate wait until it is delivered or set aside; those of others go on.
 */
@FunctionalInterface
public interface TellEvents {

    /**
     * Tells a batch of events.
     *
     * @param listener the host's; it runs inside a transaction and must not ask this library anything. A {@link Fault.TryAgain} of its
     *     own says that whatever it tells is out of reach: such an attempt never sets the event aside, and ends the batch
     * @param at now
     * @param limit at most so many, at least 1
     * @return how many were told; 0 if there is nothing to tell now, another node is telling, or the listener took none
     * @throws Fault if the store fails: some may be told again
     */
    int tell(Consumer<Delivery> listener, Instant at, int limit);
}
