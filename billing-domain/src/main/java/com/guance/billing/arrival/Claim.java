package com.guance.billing.arrival;

import com.guance.billing.Required;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * The right to register an arrived cloud account: single-use, expiring (ARR-2).
 *
 * @param digest the ticket's digest; the ticket itself is not kept
 * @param arrival who arrived
 * @param expiresAt from this instant on it is void
 * @param redeemedAt when it was used, if it was
 */
public record Claim(String digest, Arrival arrival, Instant expiresAt, Option<Instant> redeemedAt) {

    /** Refuses nulls. */
    public Claim {
        Required.value(digest, "digest");
        Required.value(arrival, "arrival");
        Required.value(expiresAt, "expiresAt");
        Required.option(redeemedAt, "redeemedAt");
    }

    /**
     * Uses the claim.
     *
     * @param at now
     * @return the claim, used; left: it expired, or was used before
     */
    public Either<ClaimRefusal, Claim> redeem(Instant at) {
        if (redeemedAt.isDefined()) {
            return Either.left(new ClaimRefusal.ClaimUsed(redeemedAt.get()));
        }
        return at.isBefore(expiresAt)
                ? Either.right(new Claim(digest, arrival, expiresAt, Option.some(at)))
                : Either.left(new ClaimRefusal.ClaimExpired(expiresAt));
    }
}
