package com.guance.billing.aws;

import com.guance.billing.testkit.AccountMarketplaceContract;
import com.guance.billing.testkit.MarketplaceUnderTest;
import org.junit.jupiter.api.AfterEach;

/** The account form over the wire; every signature is verified. */
class AwsAccountMarketplaceContractTest implements AccountMarketplaceContract {

    private final AccountLoopbackMarket market = new AccountLoopbackMarket();

    @AfterEach
    void close() {
        market.close();
    }

    @Override
    public MarketplaceUnderTest market() {
        return market;
    }
}
