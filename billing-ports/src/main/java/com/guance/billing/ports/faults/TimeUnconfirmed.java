package com.guance.billing.ports.faults;

import java.time.Instant;

/** An instant lies so far after the last run that the clock may be wrong; nothing was done (LOCK-8). */
public final class TimeUnconfirmed extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the fault.
     *
     * @param at the instant
     * @param last the last run
     */
    public TimeUnconfirmed(Instant at, Instant last) {
        super("unconfirmed: " + at + " lies far after the last run at " + last, null);
    }
}
