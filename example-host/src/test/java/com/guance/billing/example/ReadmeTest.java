package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.aws.LandingForms;
import com.guance.billing.aws.SnsNotices;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.RegistrationForm;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The README says what is so. */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Instant START = Instant.parse("2026-03-10T08:20:00Z");

    private final BillingCenterAccountId customer = new BillingCenterAccountId("fc-1");
    private final WorkspaceId workspace = new WorkspaceId("wksp_shop");
    private final UserId owner = new UserId("owner");
    private final Request byCustomer = new Request(new Actor.Holder(customer), START);
    private final Request byOwner = new Request(new Actor.Owner(owner), START);
    private final RegistrationForm form = new RegistrationForm(
            workspace,
            owner,
            new RegistrationForm.Answers("Shop", "EN", "us1", new RegistrationForm.Consent(true, "2026-01")));
    private final Charge charge = new Charge(
            "charge-1",
            workspace,
            new Charge.Usage(new Dimension("units"), Quantity.of("3")),
            new UsagePeriod(START, START.plusSeconds(1)));
    private final BillingCenterAccounts customers = new BillingCenterAccounts() {
        @Override
        public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
            return Option.some(new BillingCenterAccount(id, Currency.getInstance("USD"), false));
        }

        @Override
        public boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId other) {
            return false;
        }
    };

    @Test
    @DisplayName("the README's quickstart runs: 3 units are billed, and the workspace is locked after the end")
    void quickstart() {
        // README
        MovableClock clock = MovableClock.at(Instant.parse("2026-03-10T08:20:00Z"));
        InMemoryMarketplace aws = InMemoryMarketplace.selling(ListedProduct.global("prod", "units"), clock);
        MarketplaceProfile profile = MarketplaceProfile.aws("prod");
        CloudBilling billing = CloudBilling.over(InMemoryBilling.create())
                .selling(aws.asPort(profile))
                .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
                .billingCenter(customers) // your customers' accounts
                .build(new SecureRandom());

        // The buyer subscribes and lands on your page; you save the AWS account under the customer's account.
        aws.subscribe("123456789012");
        Landing landing =
                LandingForms.read(aws.landingForm("123456789012"), profile).get();
        ClaimTicket ticket = billing.landBuyer().land(landing, clock.instant()).get();
        CloudAccount account =
                billing.claimCloudAccount().claim(ticket, customer, byCustomer).get();
        aws.takeNotices()
                .forEach(
                        it -> billing.receiveNotice().receive(SnsNotices.read(it.snsText(), profile, clock.instant())));

        // The AWS account pays for a workspace, which uses 3 units.
        billing.registerWorkspace()
                .paidThrough(form, customer, account.id(), byOwner)
                .get();
        billing.takeCharges().take(List.of(charge), clock.instant());
        clock.advance(Duration.ofHours(1));
        billing.due().run(clock.instant()); // closes the hour and sends its record

        // The buyer cancels: the workspace is unbound and locked.
        aws.cancel("123456789012");
        aws.takeNotices()
                .forEach(
                        it -> billing.receiveNotice().receive(SnsNotices.read(it.snsText(), profile, clock.instant())));
        // README
        assertThat(aws.billedTotal(aws.customerIdentifier("123456789012"), "units"))
                .isEqualTo(3);
        assertThat(billing.ask().lockState(workspace, clock.instant()).get().phase())
                .isEqualTo(Phase.LOCKED);
    }

    @Test
    @DisplayName("the README's quickstart is the code above, whatever its line breaks")
    void codeIsShown() throws IOException {
        String here =
                Files.readString(ROOT.resolve("example-host/src/test/java/com/guance/billing/example/ReadmeTest.java"));
        String shown = between(readme(), "```java\n", "```");
        assertThat(squeezed(shown)).isEqualTo(squeezed(between(here, "// README\n", "// README")));
        assertThat(shown.lines().count()).isLessThanOrEqualTo(25);
    }

    @Test
    @DisplayName("the README is short")
    void isShort() throws IOException {
        assertThat(readme().lines().count()).isLessThanOrEqualTo(120);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String between(String text, String opening, String closing) {
        int from = text.indexOf(opening) + opening.length();
        return text.substring(from, text.indexOf(closing, from));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
