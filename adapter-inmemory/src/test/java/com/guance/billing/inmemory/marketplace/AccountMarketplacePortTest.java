package com.guance.billing.inmemory.marketplace;

import com.guance.billing.testkit.AccountMarketplaceContract;
import com.guance.billing.testkit.MarketplaceUnderTest;
import java.util.function.UnaryOperator;

/** The engine by the library's port, with a product of the account form. */
class AccountMarketplacePortTest implements AccountMarketplaceContract {

    private final MarketplaceUnderTest market = new AccountEngineUnderTest(UnaryOperator.identity());

    @Override
    public MarketplaceUnderTest market() {
        return market;
    }
}
