package com.guance.billing.aws;

import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Notice;

/** What notices of the legacy scheme say. */
final class Facts {

    private Facts() {}

    /** What an understood notice says of a customer. */
    static Fact.OfCustomer of(Notice notice) {
        return (Fact.OfCustomer) ((Notice.Understood) notice).fact();
    }
}
