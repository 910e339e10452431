package com.guance.billing.application;

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
import io.vavr.control.Option;

/** ARR-3: redeem the claim and register the account, in one transaction. */
final class ClaimingCloudAccounts implements ClaimCloudAccount {

    private final Transactions transactions;
    private final Host host;

    ClaimingCloudAccounts(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
    }

    @Override
    public Either<ClaimRefusal, CloudAccount> claim(ClaimTicket ticket, BillingCenterAccountId under, Request by) {
        Option<BillingCenterAccount> claimant = host.accounts().find(under);
        if (claimant.isEmpty()) {
            return Either.left(new ClaimRefusal.HolderUnknown(under));
        }
        return transactions
                .judgedAt(by.at())
                .ask(stores -> stores.claims()
                        .find(ticket.digest())
                        .toEither((ClaimRefusal) new ClaimRefusal.ClaimUnknown())
                        .flatMap(claim -> claim.redeem(by.at()))
                        .flatMap(redeemed -> register(stores, redeemed, claimant.get(), by)));
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
