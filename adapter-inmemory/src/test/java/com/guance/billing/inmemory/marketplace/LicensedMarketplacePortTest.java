package com.guance.billing.inmemory.marketplace;

import com.guance.billing.testkit.LicensedMarketplaceContract;
import com.guance.billing.testkit.LicensedMarketplaceUnderTest;
import java.util.function.UnaryOperator;

/** The engine by the library's port, with a product that is listed by license. */
class LicensedMarketplacePortTest implements LicensedMarketplaceContract {

    private final LicensedMarketplaceUnderTest market = new LicensedEngineUnderTest(UnaryOperator.identity());

    @Override
    public LicensedMarketplaceUnderTest market() {
        return market;
    }
}
