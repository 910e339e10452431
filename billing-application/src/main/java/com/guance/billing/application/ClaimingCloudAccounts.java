package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.arrival.Claim;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.ClaimCloudAccount;
import io.vavr.control.Either;

/** ARR-3: redeem the claim and register the account, in one transaction. */
record ClaimingCloudAccounts(Transactions transactions, Host host) implements ClaimCloudAccount {

    @Override
    public Either<ClaimRefusal, CloudAccount> claim(ClaimTicket ticket, BillingCenterAccountId under, Request by) {
        return transactions
                .judgedAt(by.at())
                .ask(stores -> mayClaim(stores, under, by)
                        ? claimant(under).flatMap(claimant -> redeem(stores, ticket, claimant, by))
                        : Either.left(new ClaimRefusal.NotForThisActor(by.by())));
    }

    private boolean mayClaim(Stores stores, BillingCenterAccountId under, Request by) {
        return by.by() instanceof Actor.Staff
                || by.by().equals(new Actor.Holder(under))
                || new OwnedWorkspaces(stores, host, under, by).awaitSubscription();
    }

    private Either<ClaimRefusal, BillingCenterAccount> claimant(BillingCenterAccountId under) {
        return host.accounts().find(under).toEither(new ClaimRefusal.HolderUnknown(under));
    }

    private Either<ClaimRefusal, CloudAccount> redeem(
            Stores stores, ClaimTicket ticket, BillingCenterAccount claimant, Request by) {
        return stores.claims()
                .find(ticket.digest())
                .toEither((ClaimRefusal) new ClaimRefusal.ClaimUnknown())
                .flatMap(claim -> claim.redeem(by.at()))
                .flatMap(redeemed -> register(stores, redeemed, claimant, by));
    }

    private Either<ClaimRefusal, CloudAccount> register(
            Stores stores, Claim redeemed, BillingCenterAccount claimant, Request by) {
        Versioned<CloudAccount> account =
                stores.cloudAccounts().find(redeemed.arrival().account()).get();
        Change<CloudAccount> before = WaitingChanges.forgotten(stores, host, account.aggregate(), by);
        return before.after().claimedBy(claimant, by).map(before::then).map(claimed -> {
            Change<CloudAccount> change = claimed.then(claimed.after().keptByClaim(host.policies(), by));
            stores.claims().redeem(redeemed);
            stores.cloudAccounts().save(Revision.of(account, change));
            return change.after();
        });
    }
}
