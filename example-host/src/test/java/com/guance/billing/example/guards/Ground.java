package com.guance.billing.example.guards;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.workspace.RegistrationForm;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Currency;

/** A customer with one workspace that awaits a subscription, and one landed buyer: what commands are tried on. */
final class Ground {

    static final Instant NOW = Instant.parse("2026-03-10T08:20:00Z");
    static final UserId OWNER = new UserId("owner");
    static final BillingCenterAccountId HOLDER = new BillingCenterAccountId("holder");
    static final WorkspaceId WORKSPACE = new WorkspaceId("workspace");
    static final String AWS_ACCOUNT = "123456789012";
    static final CloudAccountId ACCOUNT = CloudAccountId.of("aws", AWS_ACCOUNT);
    static final SubscriptionId SUBSCRIPTION = new SubscriptionId("aws/prod/none#1");

    private static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod");

    final CloudBilling billing;
    final ClaimTicket ticket;

    Ground() {
        InMemoryMarketplace aws =
                InMemoryMarketplace.selling(ListedProduct.global("prod", "units"), MovableClock.at(NOW));
        billing = CloudBilling.over(InMemoryBilling.create())
                .selling(aws.asPort(PROFILE))
                .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
                .billingCenter(new OneCustomer())
                .build(new SecureRandom());
        aws.subscribe(AWS_ACCOUNT);
        billing.registerWorkspace()
                .awaitingSubscription(form(WORKSPACE), HOLDER, Cloud.AWS, by(Who.OWNER))
                .get();
        ClaimTicket first = land(aws);
        billing.claimCloudAccount().claim(first, HOLDER, by(Who.HOLDER)).get();
        ticket = land(aws);
    }

    static Request by(Who who) {
        return new Request(who.of(OWNER, HOLDER), NOW);
    }

    static RegistrationForm form(WorkspaceId id) {
        return new RegistrationForm(
                id,
                OWNER,
                new RegistrationForm.Answers("Shop", "EN", "us1", new RegistrationForm.Consent(true, "2026-01")));
    }

    private ClaimTicket land(InMemoryMarketplace aws) {
        Landing landing = new Landing(PROFILE.product(), new RegistrationToken(aws.issueToken(AWS_ACCOUNT)), false);
        return billing.landBuyer().land(landing, NOW).get();
    }

    /** The host's directory: one customer, and whoever else is asked for. */
    private record OneCustomer() implements BillingCenterAccounts {

        @Override
        public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
            return Option.some(new BillingCenterAccount(id, Currency.getInstance("USD"), false));
        }

        @Override
        public boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId two) {
            return true;
        }
    }
}
