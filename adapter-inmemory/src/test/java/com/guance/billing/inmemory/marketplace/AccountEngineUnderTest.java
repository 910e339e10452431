package com.guance.billing.inmemory.marketplace;

import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.util.function.UnaryOperator;

/** The engine with a product of the account form. */
final class AccountEngineUnderTest extends EngineUnderTest {

    AccountEngineUnderTest(UnaryOperator<Marketplace> fault) {
        super(fault, product().byAccount(), PROFILE.byAccount());
    }

    @Override
    MarketplaceCustomer buy(String account) {
        var unused = aws.subscribe(account);
        return unknown(account);
    }

    @Override
    MarketplaceCustomer unknown(String account) {
        return new MarketplaceCustomer.Account(PROFILE.product(), account);
    }
}
