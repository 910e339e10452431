package com.guance.billing.ports.driven;

import java.time.Instant;

/** Permits to call a marketplace, kept by the store for all nodes together (SUB-7). */
public interface CallPermits {

    /**
     * Takes a permit for one call: of those taken under a name no more than so many lie within any one second, whichever nodes took
     * them. A permit whose transaction writes nothing is not taken. One dated more than a minute ahead was taken by a clock that ran
     * wrong, and counts no longer.
     *
     * @param countedBy the name of what the marketplace counts calls by, its publishing account and region
     * @param callsASecond at most so many, at least 1
     * @param at now
     * @return whether there was one
     */
    boolean take(String countedBy, int callsASecond, Instant at);
}
