package com.guance.billing.aws;

import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceCustomer.Account;

/** A product of the account form behind the real SDK. */
final class AccountLoopbackMarket extends LoopbackMarket {

    AccountLoopbackMarket() {
        super(product().byAccount(), Records.PROFILE.byAccount());
    }

    @Override
    public MarketplaceCustomer unsubscribed() {
        return account(newBuyer());
    }

    @Override
    MarketplaceCustomer buy(String account) {
        var unused = marketplace.subscribe(account);
        return account(account);
    }

    private static Account account(String account) {
        return new Account(Records.PROFILE.product(), account);
    }
}
