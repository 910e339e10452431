package com.guance.billing.ports.driving;

import com.guance.billing.DomainEvent;
import com.guance.billing.Required;

/**
 * An event on its way to the host's listener.
 *
 * @param event what happened
 * @param version its number among all events of its aggregate: 1, 2, 3 and so on, without gaps. A listener that receives 4 after 2 sees
 *     that 3 was set aside (REL-4); it may come later. One that receives a number again has received that event before.
 * @param attempt 1 for the first attempt to tell it, 2 for the second, and so on
 */
public record Delivery(DomainEvent event, long version, int attempt) {

    /** Refuses nulls. */
    public Delivery {
        Required.value(event, "event");
    }
}
