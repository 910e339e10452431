package com.guance.billing.inmemory;

import com.guance.billing.arrival.Claim;
import com.guance.billing.ports.driven.Claims;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Claims, in one transaction. */
record KeptClaims(Cell<Messages> cell) implements Claims {

    @Override
    public void add(Claim claim) {
        if (find(claim.digest()).isDefined()) {
            throw new StaleVersion("a claim");
        }
        cell.rewrite(before -> before.with(claim));
    }

    @Override
    public Option<Claim> find(String digest) {
        return cell.get().claims().get(digest);
    }

    @Override
    public void redeem(Claim redeemed) {
        if (!find(redeemed.digest()).exists(claim -> claim.redeemedAt().isEmpty())) {
            throw new StaleVersion("a claim");
        }
        cell.rewrite(before -> before.with(redeemed));
    }

    @Override
    public int forget(Instant before, int limit) {
        Seq<String> expired = cell.get()
                .claims()
                .values()
                .filter(claim -> claim.expiresAt().isBefore(before.truncatedTo(ChronoUnit.SECONDS)))
                .sortBy(Claim::expiresAt)
                .take(limit)
                .map(Claim::digest);
        cell.rewrite(messages -> messages.without(expired));
        return expired.size();
    }
}
