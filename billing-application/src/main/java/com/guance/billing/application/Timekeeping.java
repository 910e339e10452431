package com.guance.billing.application;

import com.guance.billing.policy.TimePolicy;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.faults.TimeUnconfirmed;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * LOCK-8: an instant far after the last run may be a wrong clock's; what it would bring cannot be taken back. The last run is
 * remembered from one run of this node to the next, so that hardly any command asks the store for it.
 */
final class Timekeeping {

    private final TimePolicy policy;
    private volatile Instant known = Instant.MIN;

    Timekeeping(TimePolicy policy) {
        this.policy = policy;
    }

    /**
     * A run's time.
     *
     * @param confirmed whether it is certain
     * @param certain the run's instant if that is, else the last one that was: nothing waits for later than that
     * @param doubted whether the last one lies far before it, or after it, so that a marketplace's time is welcome
     */
    record RunTime(boolean confirmed, Instant certain, boolean doubted) {}

    /** Notes that a run is made at an instant, if that is certain; the first one is. */
    RunTime begin(Stores stores, Instant at) {
        Option<Instant> last = stores.runTimes().last();
        known = last.getOrElse(Instant.MIN);
        boolean confirmed = last.forAll(before -> policy.isConfirmed(at, before));
        if (confirmed) {
            stores.runTimes().ran(at);
        }
        boolean ahead = last.exists(before -> before.isAfter(at.plus(policy.agreement())));
        return new RunTime(confirmed, confirmed ? at : last.get(), !confirmed || ahead);
    }

    /**
     * Checks that an instant is certain enough to be acted upon.
     *
     * @throws TimeUnconfirmed if it lies far after the last run
     */
    void check(Stores stores, Instant at) {
        if (!isKnown(at)) {
            Instant last = stores.runTimes().last().getOrElse(at);
            if (!policy.isConfirmed(at, last)) {
                throw new TimeUnconfirmed(at, last);
            }
            known = last;
        }
    }

    /** The last run is asked for again: another instant has been confirmed. */
    void forget() {
        known = Instant.MIN;
    }

    /**
     * Near what is remembered, on either side; of an instant farther from it the store is asked. Each run of this node remembers the
     * last run again. A node that makes none goes on believing what it remembers for instants near that, even where that was a wrong
     * clock's and another node has confirmed another time since.
     */
    private boolean isKnown(Instant at) {
        Instant last = known;
        return !last.equals(Instant.MIN) && policy.isConfirmed(at, last) && policy.isConfirmed(last, at);
    }

    /** Whether a marketplace's time agrees with a run's instant. */
    boolean agrees(Instant marketplaces, Instant at) {
        return policy.agree(marketplaces, at);
    }
}
