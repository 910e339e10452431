package com.guance.billing.application;

import com.guance.billing.Request;
import com.guance.billing.metering.Destination;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;

/** What a subscription leaves that can no longer be metered: its heir has it (MET-7), or nobody (END-8). */
record Leavings(Stores stores, Request by) {

    /** Hands all of it over, or makes its charges unsettled; whether there was an heir. */
    boolean pass(Subscription left) {
        Option<Heirs.Heir> heir = new Heirs(stores).of(left);
        heir.peek(to -> handOver(left, to)).onEmpty(() -> unsettle(left, Instant.MIN));
        return heir.isDefined();
    }

    /** An heir that ends meanwhile, and whose final hour is closed, closes nothing more: it is to be alive as it was read. */
    private void handOver(Subscription left, Heirs.Heir heir) {
        stores.charges().handOver(destination(left), heir.destination());
        stores.subscriptions().save(heir.touch());
    }

    /** Makes charges unsettled whose own instant is at or after another, and tells of them. */
    void unsettle(Subscription left, Instant from) {
        UnsettledCharges.tellOf(stores, left.cloudAccount(), stores.charges().unsettle(left.id(), from), by);
    }

    static Destination.Metered destination(Subscription left) {
        return new Destination.Metered(left.cloudAccount().get(), left.id(), left.customer());
    }
}
