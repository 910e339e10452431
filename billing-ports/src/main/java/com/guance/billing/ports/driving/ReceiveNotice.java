package com.guance.billing.ports.driving;

import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;

/** A notice from a marketplace (NOT rules). */
@FunctionalInterface
public interface ReceiveNotice {

    /**
     * Takes a notice, whatever it says: it is kept whole with its one outcome, decided in the same transaction as its effect. An
     * end closes the subscription at once; its workspaces follow in bounded chunks (END-4).
     *
     * @param notice as far as it could be read
     * @return what became of it
     * @throws Fault if the store fails: deliver it again
     */
    NoticeOutcome receive(Notice notice);
}
