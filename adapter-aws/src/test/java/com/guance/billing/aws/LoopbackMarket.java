package com.guance.billing.aws;

import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.testkit.MarketplaceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** A marketplace under test behind the real SDK, whose client retries: what a call suffers, resolving suffers with every retry. */
class LoopbackMarket implements MarketplaceUnderTest, AutoCloseable {

    private static final int ATTEMPTS = 2;
    private static final Duration LIFE_OF_A_TOKEN = Duration.ofHours(4);

    private final MovableClock clock = MovableClock.at(Records.HOUR);
    private final AwsOnLoopback server;
    private final MarketplaceMeteringClient sdk;
    private final AwsMarketplace port;
    private final MarketplaceMeteringClient nowhere = Sdk.client(Sdk.closedPort());
    private final AwsMarketplace refusing;
    private boolean refuseNext;
    private int buyers;
    final InMemoryMarketplace marketplace;

    LoopbackMarket() {
        this(product(), Records.PROFILE);
    }

    /** A marketplace that takes nothing but what is signed with the SDK's credentials, to the byte. */
    LoopbackMarket(ListedProduct product, MarketplaceProfile profile) {
        marketplace = InMemoryMarketplace.selling(product, clock);
        server = AwsOnLoopback.start(marketplace, Sdk.ACCESS_KEY, Sdk.SECRET_KEY);
        sdk = Sdk.client(
                server.endpoint(),
                settings -> settings.retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())));
        port = AwsMarketplace.of(sdk, profile);
        refusing = AwsMarketplace.of(nowhere, profile);
    }

    static ListedProduct product() {
        return ListedProduct.global(Records.PROFILE.product().code(), Records.DIMENSION);
    }

    @Override
    public Marketplace port() {
        boolean refused = refuseNext;
        refuseNext = false;
        return refused ? refusing : port;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void moveClock(Duration by) {
        clock.advance(by);
    }

    @Override
    public Dimension dimension() {
        return new Dimension(Records.DIMENSION);
    }

    @Override
    public Landing goodLanding() {
        String account = newBuyer();
        buy(account);
        return LandingForms.read(marketplace.landingForm(account), Records.PROFILE)
                .get();
    }

    @Override
    public Landing expiredLanding() {
        Landing landing = goodLanding();
        clock.advance(LIFE_OF_A_TOKEN);
        return landing;
    }

    @Override
    public Landing invalidLanding() {
        return landing("never given out");
    }

    @Override
    public Landing landingOfAnotherProduct() {
        return landing(marketplace.issueTokenOfAnotherProduct(newBuyer()));
    }

    @Override
    public MarketplaceCustomer subscribed() {
        return buy(newBuyer());
    }

    @Override
    public MarketplaceCustomer unsubscribed() {
        String account = newBuyer();
        marketplace.failToSubscribe(account);
        return customer(marketplace.customerIdentifier(account));
    }

    @Override
    public void next(Trouble trouble) {
        if (trouble == Trouble.CONNECTION_REFUSED) {
            refuseNext = true;
            return;
        }
        Misbehaviour next = switch (trouble) {
            case CONNECTION_REFUSED -> throw new AssertionError("no server refuses a connection that it has accepted");
            case NOTHING_DONE_AND_NO_ANSWER -> Misbehaviour.dropBeforeAccepting();
            case DONE_AND_NO_ANSWER -> Misbehaviour.acceptThenDrop();
            case DONE_LATER_AND_NO_ANSWER -> Misbehaviour.dropThenAcceptIn(Duration.ofMinutes(1));
            case INTERNAL_ERROR -> Misbehaviour.internalError();
            case THROTTLED -> Misbehaviour.throttle();
            case WE_ARE_REFUSED -> Misbehaviour.error(403, "ExpiredTokenException");
            case OUR_CREDENTIALS_EXPIRED -> Misbehaviour.error(400, "ExpiredTokenException");
            case OUR_PRODUCT_IS_UNKNOWN -> Misbehaviour.error(400, "InvalidProductCodeException");
            case FIRST_UNPROCESSED -> Misbehaviour.leaveUnprocessed(0);
            case FIRST_LEFT_OUT -> Misbehaviour.leaveOut(0);
        };
        marketplace.whenMetering(next);
        marketplace.whenResolving(Collections.nCopies(ATTEMPTS, next).toArray(Misbehaviour[]::new));
    }

    @Override
    public List<Billed> billed(MarketplaceCustomer customer) {
        return marketplace.billed().stream()
                .filter(usage -> isOf(customer, usage.hour()))
                .map(LoopbackMarket::billed)
                .toList();
    }

    @Override
    public void close() {
        nowhere.close();
        sdk.close();
        server.close();
    }

    private static Billed billed(BilledUsage usage) {
        Map<Map<String, String>, Long> allocations =
                usage.shares().stream().collect(Collectors.toMap(BilledUsage.Share::tags, BilledUsage.Share::quantity));
        return new Billed(
                new Dimension(usage.hour().dimension()),
                new MeteringHour(usage.hour().start()),
                usage.quantity(),
                allocations);
    }

    private static Landing landing(String token) {
        return new Landing(Records.PROFILE.product(), new RegistrationToken(token), false);
    }

    private static MarketplaceCustomer customer(String identifier) {
        return new MarketplaceCustomer.Legacy(Records.PROFILE.product(), identifier);
    }

    MarketplaceCustomer buy(String account) {
        return customer(marketplace.subscribe(account));
    }

    private boolean isOf(MarketplaceCustomer customer, BilledUsage.Hour hour) {
        if (customer instanceof MarketplaceCustomer.Account account) {
            return marketplace.customerIdentifier(account.account()).equals(hour.customerIdentifier());
        }
        return customer instanceof MarketplaceCustomer.Licensed licensed
                ? hour.license().equals(licensed.license())
                : customer(hour.customerIdentifier()).equals(customer);
    }

    final String newBuyer() {
        buyers++;
        return "1111222233%02d".formatted(buyers);
    }
}
