package com.guance.billing.inmemory.marketplace;

import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.testkit.LicensedMarketplaceUnderTest;
import java.util.function.UnaryOperator;

/** The engine with a product that is listed by license. */
final class LicensedEngineUnderTest extends EngineUnderTest implements LicensedMarketplaceUnderTest {

    /** With a fault planted into the port. */
    LicensedEngineUnderTest(UnaryOperator<Marketplace> fault) {
        super(fault, product().byLicense(), PROFILE.byLicense());
    }

    @Override
    public Licensed subscribed() {
        return buy(newBuyer());
    }

    @Override
    public Licensed unsubscribed() {
        Licensed suspended = subscribed();
        aws.suspend(suspended.account());
        return suspended;
    }

    @Override
    public Licensed another(Licensed customer) {
        return buy(customer.account());
    }

    @Override
    public void end(Licensed customer) {
        aws.endAgreement("aws:license-manager:us-east-1:123456789012:" + customer.license());
    }

    @Override
    Licensed buy(String account) {
        return Licensed.of(PROFILE.product(), account, aws.agree(account));
    }
}
