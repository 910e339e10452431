package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceCustomer.Legacy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Marketplace} where the product is of the legacy identity scheme. */
public interface LegacyMarketplaceContract extends MarketplaceContract {

    /** Who arrived. */
    @Test
    @DisplayName("a good token is resolved to a customer identifier (ARR-2)")
    default void anIdentifierArrives() {
        assertThat(market().port()
                        .resolve(market().goodLanding(), market().now())
                        .get()
                        .customer())
                .isInstanceOf(Legacy.class);
    }
}
