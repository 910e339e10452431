package host;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.aws.AwsMarketplace;
import com.guance.billing.aws.LandingForms;
import com.guance.billing.aws.SnsNotices;
import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.micrometer.BillingMetrics;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.workspace.RegistrationForm;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** A customer subscribes, registers and binds a workspace, and its usage is billed: on whatever versions this host has. */
class HostTest {

    private static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("product");
    private static final BillingCenterAccountId HOLDER = new BillingCenterAccountId("bca-1");
    private static final UserId OWNER = new UserId("owner");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("wksp_shop");
    private static final String BUYER = "123456789012";
    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final MovableClock clock = MovableClock.at(NINE.minus(Duration.ofMinutes(40)));
    private final InMemoryMarketplace aws =
            InMemoryMarketplace.selling(ListedProduct.global(PROFILE.product().code(), "units"), clock);

    @Test
    @DisplayName("outside: the library runs on the versions that this host's dependency management chooses")
    void bills() {
        System.out.println("found: " + ClassPath.versions());
        try (AwsOnLoopback wire = AwsOnLoopback.start(aws);
                MarketplaceMeteringClient sdk = sdk(wire)) {
            MeterRegistry meters = new SimpleMeterRegistry();
            CloudBilling billing = billing(sdk, meters);
            aws.subscribe(BUYER);
            for (MarketplaceNotice published : aws.takeNotices()) {
                billing.receiveNotice().receive(SnsNotices.read(published.snsText(), PROFILE, clock.instant()));
            }
            var ticket = billing.landBuyer()
                    .land(LandingForms.read(aws.landingForm(BUYER), PROFILE).get(), clock.instant())
                    .get();
            var account = billing.claimCloudAccount()
                    .claim(ticket, HOLDER, by(new Actor.Holder(HOLDER)))
                    .get();
            billing.registerWorkspace()
                    .paidThrough(
                            new RegistrationForm(
                                    WORKSPACE,
                                    OWNER,
                                    new RegistrationForm.Answers(
                                            "Shop", "EN", "us1", new RegistrationForm.Consent(true, "1"))),
                            HOLDER,
                            account.id(),
                            by(new Actor.Owner(OWNER)))
                    .get();
            clock.moveTo(NINE.plus(Duration.ofMinutes(11)));
            billing.takeCharges()
                    .take(
                            List.of(new Charge(
                                    "key",
                                    WORKSPACE,
                                    new Charge.Usage(new Dimension("units"), Quantity.of("7.5")),
                                    new UsagePeriod(NINE.minus(Duration.ofMinutes(20)), NINE))),
                            clock.instant())
                    .forEach(taken -> assertThat(taken.isRight()).isTrue());
            billing.due().run(clock.instant());

            assertThat(aws.billed()).singleElement().satisfies(billed -> assertThat(billed.quantity())
                    .isEqualTo(7));
            assertThat(meters.counter("cloud.billing.records", "marketplace", "aws", "product", "product", "outcome", "accepted")
                            .count())
                    .isEqualTo(1.0);
        }
    }

    @Test
    @DisplayName("outside: all members of AWS's SDK are of one version, but for the service that is released apart")
    void oneSdk() {
        assertThat(ClassPath.sdkJars())
                .hasSizeGreaterThan(15)
                .filteredOn(jar -> !jar.startsWith("marketplacemetering-"))
                .allMatch(jar -> jar.endsWith("-" + System.getProperty("aws.sdk.version")));
    }

    private CloudBilling billing(MarketplaceMeteringClient sdk, MeterRegistry meters) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:host;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return CloudBilling.over(JdbcBilling.over(database).migrate().unitOfWork())
                .selling(AwsMarketplace.of(sdk, PROFILE))
                .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
                .billingCenter(new BillingCenterAccounts() {
                    @Override
                    public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
                        return Option.when(
                                id.equals(HOLDER), () -> new BillingCenterAccount(HOLDER, PROFILE.currency(), false));
                    }

                    @Override
                    public boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId other) {
                        return false;
                    }
                })
                .watchedBy(BillingMetrics.counters(meters))
                .build(new SecureRandom());
    }

    private static MarketplaceMeteringClient sdk(AwsOnLoopback wire) {
        return MarketplaceMeteringClient.builder()
                .endpointOverride(wire.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private Request by(Actor actor) {
        return new Request(actor, clock.instant());
    }
}
