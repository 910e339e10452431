package com.guance.billing.ports.driving;

import com.guance.billing.Request;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeRefusal;
import io.vavr.control.Either;

/** Kept notices, for staff (NOT-1, NOT-4). Their texts may hold signatures and names of customers. */
public interface NoticeQuery {

    /**
     * The notices that were ignored or malformed when they were judged last.
     *
     * @param marketplace where they came from, as in its profile
     * @param page which page
     * @param by who asks: staff
     * @return in the order of their ids; left: <em>NotForThisActor</em>
     * @throws Fault if the store fails
     */
    Either<NoticeRefusal, Page<KeptNotice>> notReceived(String marketplace, PageRequest page, Request by);

    /**
     * Everything that a notice came to, each time that it was judged (audit).
     *
     * @param notice which
     * @param page which page
     * @param by who asks: staff
     * @return the oldest first, none if it was never kept; left: <em>NotForThisActor</em>
     * @throws Fault if the store fails
     */
    Either<NoticeRefusal, Page<KeptNotice>> history(Notice.Id notice, PageRequest page, Request by);
}
