package com.guance.billing.aws;

import com.guance.billing.testkit.LicensedMarketplaceContract;
import com.guance.billing.testkit.LicensedMarketplaceUnderTest;
import org.junit.jupiter.api.AfterEach;

/** The license scheme over the wire, through an SDK that does not know it; every signature is verified. */
class AwsLicensedMarketplaceContractTest implements LicensedMarketplaceContract {

    private final LicensedLoopbackMarket market = new LicensedLoopbackMarket();

    @AfterEach
    void close() {
        market.close();
    }

    @Override
    public LicensedMarketplaceUnderTest market() {
        return market;
    }
}
