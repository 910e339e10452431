package com.guance.billing.inmemory.marketplace;

import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.testkit.MarketplaceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The engine, as the contract moves it and looks into it. */
class EngineUnderTest implements MarketplaceUnderTest {

    static final MarketplaceProfile PROFILE = MarketplaceProfile.aws("prod-obs");

    private final MovableClock clock = MovableClock.at(Instant.parse("2026-03-18T12:00:00Z"));
    private final UnaryOperator<Marketplace> fault;
    private final MarketplaceProfile profile;
    private long buyers = 100_000_000_000L;
    final InMemoryMarketplace aws;

    EngineUnderTest() {
        this(UnaryOperator.identity());
    }

    /** With a fault planted into the port. */
    EngineUnderTest(UnaryOperator<Marketplace> fault) {
        this(fault, product(), PROFILE);
    }

    EngineUnderTest(UnaryOperator<Marketplace> fault, ListedProduct product, MarketplaceProfile profile) {
        this.profile = profile;
        this.fault = fault;
        this.aws = InMemoryMarketplace.selling(product, clock);
    }

    static ListedProduct product() {
        return ListedProduct.global(PROFILE.product().code(), "api_calls");
    }

    @Override
    public Marketplace port() {
        return fault.apply(aws.asPort(profile));
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
        return new Dimension("api_calls");
    }

    @Override
    public Landing goodLanding() {
        String account = newBuyer();
        buy(account);
        return landing(aws.issueToken(account));
    }

    @Override
    public Landing expiredLanding() {
        Landing landing = goodLanding();
        clock.advance(Duration.ofDays(1));
        return landing;
    }

    @Override
    public Landing invalidLanding() {
        return landing("never-given-out");
    }

    @Override
    public Landing landingOfAnotherProduct() {
        return landing(aws.issueTokenOfAnotherProduct(newBuyer()));
    }

    @Override
    public MarketplaceCustomer subscribed() {
        return buy(newBuyer());
    }

    @Override
    public MarketplaceCustomer unsubscribed() {
        return unknown(newBuyer());
    }

    @Override
    public void next(Trouble trouble) {
        Misbehaviour misbehaviour = switch (trouble) {
            case CONNECTION_REFUSED -> Misbehaviour.refuseConnection();
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
        aws.whenMetering(misbehaviour);
        aws.whenResolving(misbehaviour);
    }

    @Override
    public List<Billed> billed(MarketplaceCustomer customer) {
        return aws.billed().stream()
                .filter(usage -> isOf(customer, usage.hour()))
                .map(EngineUnderTest::billed)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Billed billed(BilledUsage usage) {
        return new Billed(
                new Dimension(usage.hour().dimension()),
                new MeteringHour(usage.hour().start()),
                usage.quantity(),
                usage.shares().stream()
                        .collect(Collectors.toMap(BilledUsage.Share::tags, BilledUsage.Share::quantity)));
    }

    MarketplaceCustomer unknown(String account) {
        return customer(aws.customerIdentifier(account));
    }

    MarketplaceCustomer buy(String account) {
        return customer(aws.subscribe(account));
    }

    private boolean isOf(MarketplaceCustomer customer, BilledUsage.Hour hour) {
        if (customer instanceof MarketplaceCustomer.Account account) {
            return aws.customerIdentifier(account.account()).equals(hour.customerIdentifier());
        }
        return customer instanceof MarketplaceCustomer.Licensed licensed
                ? hour.license().equals(licensed.license())
                : customer(hour.customerIdentifier()).equals(customer);
    }

    final String newBuyer() {
        buyers++;
        return Long.toString(buyers);
    }

    private static Landing landing(String token) {
        return new Landing(PROFILE.product(), new RegistrationToken(token), false);
    }

    private static MarketplaceCustomer customer(String identifier) {
        return new MarketplaceCustomer.Legacy(PROFILE.product(), identifier);
    }
}
