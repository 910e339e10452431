package com.guance.billing.ports.driven;

/**
 * Pauses before a transaction that lost a race is repeated, so that those who race do not meet again (REL-3). Called by any thread,
 * several at once.
 */
@FunctionalInterface
public interface RetryPause {

    /**
     * Returns when the transaction may be repeated.
     *
     * @param lost how many attempts of it have lost their race, from 1
     */
    void before(int lost);
}
