package com.guance.billing.benchmarks;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.application.CloudBilling;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.driven.BillingCenterAccounts;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import com.guance.billing.workspace.RegistrationForm;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The library over a database, with one cloud account that pays for some workspaces. */
final class Rig {

    private static final Instant START = Instant.parse("2026-03-10T08:00:00Z");
    private static final String ACCOUNT = "123456789012";
    private static final BillingCenterAccount HOLDER = new BillingCenterAccount(
            new BillingCenterAccountId("fc-1"), MarketplaceProfile.aws("prod").currency(), false);
    private static final UserId OWNER = new UserId("owner");

    private final MovableClock clock = MovableClock.at(START);
    private final MarketplaceProfile profile = MarketplaceProfile.aws("prod");
    private final InMemoryMarketplace aws;
    private final CountedCalls port;
    private final CloudBilling billing;
    private final int workspaces;
    private final AtomicLong keys = new AtomicLong();

    Rig(DataSource database, int workspaces) {
        this(database, workspaces, List.of("units"));
    }

    Rig(DataSource database, int workspaces, List<String> dimensions) {
        this.workspaces = workspaces;
        this.aws = InMemoryMarketplace.selling(ListedProduct.global("prod", dimensions.toArray(String[]::new)), clock);
        this.port = new CountedCalls(aws.asPort(profile));
        this.billing = CloudBilling.over(JdbcBilling.over(database).migrate().unitOfWork())
                .selling(port)
                .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
                .billingCenter(new OneCustomer())
                .build(new SecureRandom());
        arrive();
        IntStream.range(0, workspaces).forEach(this::register);
    }

    CloudBilling billing() {
        return billing;
    }

    Instant now() {
        return clock.instant();
    }

    /** New charges, spread over the workspaces. */
    List<Charge> charges(int count) {
        return IntStream.range(0, count).mapToObj(i -> charge()).collect(Collectors.toUnmodifiableList());
    }

    private Charge charge() {
        long key = keys.incrementAndGet();
        return new Charge(
                "charge-" + key,
                workspace((int) (key % workspaces)),
                new Charge.Usage(new Dimension("units"), Quantity.of("1.25")),
                new UsagePeriod(START, START.plusSeconds(60)));
    }

    /** A charge of a minute in an hour after the first. */
    Charge charge(int hour, String dimension) {
        Instant start = START.plus(Duration.ofHours(hour));
        return new Charge(
                "charge-" + keys.incrementAndGet(),
                workspace(0),
                new Charge.Usage(new Dimension(dimension), Quantity.of("1.25")),
                new UsagePeriod(start, start.plusSeconds(60)));
    }

    /** How many hours of meters the marketplace has billed. */
    int billed() {
        return aws.billed().size();
    }

    /** Calls to the marketplace so far. */
    int calls() {
        return port.calls();
    }

    MarketplaceCustomer customer() {
        return new MarketplaceCustomer.Legacy(profile.product(), aws.customerIdentifier(ACCOUNT));
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    private void arrive() {
        String customer = aws.subscribe(ACCOUNT);
        billing.receiveNotice()
                .receive(new Notice.Understood(
                        new Notice.Envelope("n1", "aws", now(), new RawText("{}")),
                        new Fact.OfCustomer(
                                new MarketplaceCustomer.Legacy(profile.product(), customer),
                                new Sign(Sign.Kind.ACTIVATED, now()))));
        Landing landing = new Landing(profile.product(), new RegistrationToken(aws.issueToken(ACCOUNT)), false);
        ClaimTicket ticket = billing.landBuyer().land(landing, now()).get();
        billing.claimCloudAccount()
                .claim(ticket, HOLDER.id(), new Request(new Actor.Holder(HOLDER.id()), now()))
                .get();
    }

    private void register(int number) {
        RegistrationForm form = new RegistrationForm(
                workspace(number),
                OWNER,
                new RegistrationForm.Answers("Bench", "EN", "us1", new RegistrationForm.Consent(true, "1")));
        billing.registerWorkspace()
                .paidThrough(
                        form,
                        HOLDER.id(),
                        CloudAccountId.of("aws", ACCOUNT),
                        new Request(new Actor.Owner(OWNER), now()))
                .get();
    }

    private static WorkspaceId workspace(int number) {
        return new WorkspaceId("wksp_" + number);
    }

    private static final class OneCustomer implements BillingCenterAccounts {

        @Override
        public Option<BillingCenterAccount> find(BillingCenterAccountId id) {
            return Option.when(id.equals(HOLDER.id()), HOLDER);
        }

        @Override
        public boolean areOneEnterprise(BillingCenterAccountId one, BillingCenterAccountId other) {
            return one.equals(other);
        }
    }
}
