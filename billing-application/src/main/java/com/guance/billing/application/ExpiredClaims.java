package com.guance.billing.application;

import com.guance.billing.policy.ArrivalPolicy;
import java.time.Instant;

/** Claims that expired long ago are deleted (ARR-2); until then they are refused as what they are. */
final class ExpiredClaims {

    /** So many a run: a run comes every few seconds, and what one leaves the next one takes. */
    private static final int PORTION = 1_000;

    private final Transactions transactions;
    private final ArrivalPolicy policy;

    ExpiredClaims(Transactions transactions, ArrivalPolicy policy) {
        this.transactions = transactions;
        this.policy = policy;
    }

    /** Deletes a portion; returns how many. */
    int forget(Instant at) {
        return transactions.run(stores -> stores.claims().forget(at.minus(policy.claimMemory()), PORTION));
    }
}
