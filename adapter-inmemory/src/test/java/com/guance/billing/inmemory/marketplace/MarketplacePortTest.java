package com.guance.billing.inmemory.marketplace;

import com.guance.billing.testkit.LegacyMarketplaceContract;
import com.guance.billing.testkit.MarketplaceUnderTest;

/** The engine by the library's port. */
class MarketplacePortTest implements LegacyMarketplaceContract {

    private final MarketplaceUnderTest market = new EngineUnderTest();

    @Override
    public MarketplaceUnderTest market() {
        return market;
    }
}
