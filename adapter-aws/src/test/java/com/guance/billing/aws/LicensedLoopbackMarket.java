package com.guance.billing.aws;

import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.testkit.LicensedMarketplaceUnderTest;

/** A product listed by license behind the real SDK, which does not know licenses. */
final class LicensedLoopbackMarket extends LoopbackMarket implements LicensedMarketplaceUnderTest {

    LicensedLoopbackMarket() {
        super(product().byLicense(), Records.PROFILE.byLicense());
    }

    @Override
    public Licensed subscribed() {
        return buy(newBuyer());
    }

    @Override
    public Licensed unsubscribed() {
        Licensed suspended = subscribed();
        marketplace.suspend(suspended.account());
        return suspended;
    }

    @Override
    public Licensed another(Licensed customer) {
        return buy(customer.account());
    }

    @Override
    public void end(Licensed customer) {
        marketplace.endAgreement("aws:license-manager:us-east-1:123456789012:" + customer.license());
    }

    @Override
    Licensed buy(String account) {
        return Licensed.of(Records.PROFILE.product(), account, marketplace.agree(account));
    }
}
