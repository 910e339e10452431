package com.guance.billing.aws;

import com.guance.billing.testkit.LegacyMarketplaceContract;
import com.guance.billing.testkit.MarketplaceUnderTest;
import org.junit.jupiter.api.AfterEach;

/** The real SDK, whose client retries, and AWS's rules on the other side of the wire. */
class AwsMarketplaceContractTest implements LegacyMarketplaceContract {

    private final LoopbackMarket market = new LoopbackMarket();

    @AfterEach
    void close() {
        market.close();
    }

    @Override
    public MarketplaceUnderTest market() {
        return market;
    }
}
