package com.guance.billing.inmemory;

import com.guance.billing.arrival.Claim;
import com.guance.billing.ports.driven.Claims;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Option;

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
}
