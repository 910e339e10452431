package com.guance.billing.delivery;

import com.guance.billing.Request;
import com.guance.billing.Required;

/**
 * Staff had an event delivered again that was set aside (REL-4). For the audit.
 *
 * @param number its number among all of them, rising
 * @param position the event's place in the outbox
 * @param by who of the staff, and when
 */
public record Redelivery(long number, long position, Request by) {

    /** Refuses nulls. */
    public Redelivery {
        Required.value(by, "by");
    }
}
