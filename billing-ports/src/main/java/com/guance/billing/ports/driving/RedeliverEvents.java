package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.delivery.RedeliveryRefusal;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Either;

/** Staff have events told again that were set aside (REL-4): after later events of their aggregates, whose versions show it. */
public interface RedeliverEvents {

    /**
     * One event is told again, as if no attempt had been made.
     *
     * @param position the event, as {@link AskSetAsideEvents} names it
     * @param by staff, and when
     * @return its position; left: why not
     * @throws Fault if the store fails
     */
    Either<RedeliveryRefusal, Long> again(long position, Request by);

    /**
     * All events that are set aside now are told again.
     *
     * @param by staff, and when
     * @return how many; left: why not
     * @throws Fault if the store fails
     */
    Either<RedeliveryRefusal, Integer> allAgain(Request by);
}
