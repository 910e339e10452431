package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.aws.AwsMarketplace;
import com.guance.billing.aws.SnsNotices;
import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.metering.Charge;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.ports.driving.Delivery;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** The README says what is so. */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    /** The README's embedding code, to the letter; it compiles here. */
    @SuppressWarnings("unused")
    private static String embedding(
            DataSource dataSource,
            MarketplaceMeteringClient meteringClient,
            MarketplaceProfile profile,
            BillingCenterAccounts directory,
            AtHand host) {
        Landing landing = host.landing;
        Clock clock = host.clock;
        BillingCenterAccountId holder = host.holder;
        Request request = host.request;
        WorkspaceId workspace = host.workspace;
        CloudAccountId cloudAccount = host.cloudAccount;
        String message = host.message;
        List<Charge> charges = host.charges;
        Consumer<Delivery> listener = host.listener;
        // README
        CloudBilling billing = CloudBilling.over(
                        JdbcBilling.over(dataSource).migrate().unitOfWork())
                .selling(AwsMarketplace.of(meteringClient, profile))
                .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
                .billingCenter(directory)
                .build(new SecureRandom());

        ClaimTicket ticket = billing.landBuyer().land(landing, clock.instant()).get();
        billing.claimCloudAccount().claim(ticket, holder, request);
        String answer = billing.changeSettlement()
                .through(workspace, cloudAccount, request)
                .fold(refusal -> "no: " + refusal, paid -> "paid through " + cloudAccount);

        billing.receiveNotice().receive(SnsNotices.read(message, profile, clock.instant()));
        billing.takeCharges().take(charges, clock.instant());
        billing.due().run(clock.instant()); // cascades, reminders, closing, submitting: whenever you like
        billing.tellEvents().tell(listener, clock.instant(), 100); // each at least once: mails, meters, mirrors
        // README
        return answer;
    }

    @Test
    @DisplayName("the README's code is the code above, whatever its line breaks")
    void codeCompiles() throws IOException {
        String here =
                Files.readString(ROOT.resolve("example-host/src/test/java/com/guance/billing/example/ReadmeTest.java"));
        String shown = between(readme(), "```java\n", "```");
        assertThat(squeezed(shown)).isEqualTo(squeezed(between(here, "// README\n", "// README")));
        assertThat(shown.lines().count()).isLessThanOrEqualTo(20);
    }

    @Test
    @DisplayName("the README is short")
    void isShort() throws IOException {
        assertThat(readme().lines().count()).isLessThan(150);
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

    /** What a host has at hand. */
    private record AtHand(
            Landing landing,
            Clock clock,
            BillingCenterAccountId holder,
            Request request,
            WorkspaceId workspace,
            CloudAccountId cloudAccount,
            String message,
            List<Charge> charges,
            Consumer<Delivery> listener) {}
}
