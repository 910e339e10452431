package com.guance.billing.ports.driving;

import com.guance.billing.delivery.Redelivery;
import com.guance.billing.ports.faults.Fault;

/** Answers which events were set aside, and who had them delivered again (REL-4). For staff: they are of all customers. */
public interface AskSetAsideEvents {

    /**
     * The events that were set aside.
     *
     * @param page which page
     * @return the page, in the order in which they were saved
     * @throws IllegalArgumentException if the page is not one that this has answered
     * @throws Fault if the store fails
     */
    Page<SetAsideEvent> setAside(PageRequest page);

    /**
     * Who of the staff had which events delivered again, and when (audit). What cannot be read is left out, and reported (REL-1).
     *
     * @param page which page
     * @return the page, the oldest first
     * @throws IllegalArgumentException if the page is not one that this has answered
     * @throws Fault if the store fails
     */
    Page<Redelivery> redeliveries(PageRequest page);
}
