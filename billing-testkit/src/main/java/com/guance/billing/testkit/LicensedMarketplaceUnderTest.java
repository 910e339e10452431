package com.guance.billing.testkit;

import com.guance.billing.subscription.MarketplaceCustomer.Licensed;

/** A marketplace under test whose product is listed by license. */
public interface LicensedMarketplaceUnderTest extends MarketplaceUnderTest {

    @Override
    Licensed subscribed();

    @Override
    Licensed unsubscribed();

    /** Another license of the same account, active since the present hour began, or longer. */
    Licensed another(Licensed customer);

    /** Ends the customer's agreement now; its final hour begins. */
    void end(Licensed customer);
}
