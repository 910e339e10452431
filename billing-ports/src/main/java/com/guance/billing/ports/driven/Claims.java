package com.guance.billing.ports.driven;

import com.guance.billing.arrival.Claim;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Option;
import java.time.Instant;

/** Claims of arrived buyers, by the digest of their ticket. */
public interface Claims {

    /**
     * Keeps a new claim.
     *
     * @param claim the claim
     * @throws StaleVersion if one of its digest exists
     */
    void add(Claim claim);

    /**
     * Loads a claim.
     *
     * @param digest the ticket's digest
     * @return it, if it exists
     */
    Option<Claim> find(String digest);

    /**
     * Keeps that a claim was used.
     *
     * @param redeemed the claim, redeemed
     * @throws StaleVersion if it was used before, or does not exist
     */
    void redeem(Claim redeemed);

    /**
     * Deletes claims, used or not, that expired before an instant; some that expired within the second before it may stay.
     *
     * @param before the instant
     * @param limit at most so many, at least 1; those that expired first
     * @return how many
     */
    int forget(Instant before, int limit);
}
