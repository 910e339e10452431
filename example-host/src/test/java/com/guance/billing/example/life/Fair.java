package com.guance.billing.example.life;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The marketplaces of all clouds, and the library that sells there. */
final class Fair {

    private final MovableClock clock = MovableClock.at(Places.START);
    private final Map<String, InMemoryMarketplace> markets = new LinkedHashMap<>();

    Fair() {
        for (int i = 0; i < Places.ACCOUNTS.size(); i++) {
            market(Places.ACCOUNTS.get(i)).subscribe(Places.buyer(i));
        }
    }

    CloudBilling library(UnitOfWork store, House house) {
        var setup = CloudBilling.over(store)
                .sites(SiteCatalogue.of(IntStream.range(0, Places.WORKSPACES)
                        .mapToObj(Places::site)
                        .toArray(Site[]::new)))
                .billingCenter(new Directory())
                .policies(house.policies())
                .selling(InMemoryMarketplace.selling(ListedProduct.global("plus", "units"), clock)
                        .asPort(Places.PLUS));
        Places.ACCOUNTS.stream()
                .distinct()
                .forEach(profile -> setup.selling(market(profile).asPort(profile)));
        return setup.build(new SecureRandom());
    }

    String token(int account) {
        return market(Places.ACCOUNTS.get(account)).issueToken(Places.buyer(account));
    }

    MarketplaceCustomer customer(int account) {
        MarketplaceProfile profile = Places.ACCOUNTS.get(account);
        return new MarketplaceCustomer.Legacy(
                profile.product(), market(profile).customerIdentifier(Places.buyer(account)));
    }

    SubscriptionId subscription(int agreement) {
        return new SubscriptionId(Places.license(agreement).key() + "#1");
    }

    private InMemoryMarketplace market(MarketplaceProfile profile) {
        InMemoryMarketplace known = markets.computeIfAbsent(
                profile.marketplace(),
                first -> InMemoryMarketplace.selling(ListedProduct.global("prod", "units"), clock));
        return Objects.requireNonNull(known);
    }

    /** The Billing Center's accounts. */
    private static final class Directory implements BillingCenterAccounts {

        @Override
        public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
            return Option.ofOptional(Places.HOLDERS.stream()
                    .filter(holder -> holder.id().equals(id))
                    .findFirst());
        }

        @Override
        public boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId other) {
            return Places.oneEnterprise(number(one), number(other));
        }

        private static int number(BillingCenterAccountId id) {
            return Integer.parseInt(id.value().substring(3));
        }
    }
}
