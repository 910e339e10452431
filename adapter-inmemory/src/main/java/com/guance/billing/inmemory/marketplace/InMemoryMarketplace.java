package com.guance.billing.inmemory.marketplace;

import com.guance.billing.inmemory.marketplace.LateCalls.Late;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * AWS Marketplace for one product, in memory: buyers subscribe and cancel, the seller resolves tokens and meters usage, and
 * the marketplace counts what it billed. It answers as AWS does to the letter, can be told to misbehave, and is the judge in
 * tests: what {@link #billed()} does not show was not billed, whatever the caller was told.
 *
 * <p>Time is the clock's alone. A final hour that is over ends at the next call of any kind, as of its own instant. Every
 * method is atomic; the object may be shared between threads.
 */
public final class InMemoryMarketplace {

    private final ListedProduct product;
    private final Clock clock;
    private final Notices notices;
    private final Buyers buyers;
    private final RegistrationTokens tokens;
    private final Ledger ledger;
    private final UsageMetering metering;
    private final LateCalls late = new LateCalls();
    private final MisbehaviourQueue whenResolving = new MisbehaviourQueue();
    private final MisbehaviourQueue whenMetering = new MisbehaviourQueue();

    private InMemoryMarketplace(ListedProduct product, Clock clock, CallRate rate) {
        this.product = product;
        this.clock = clock;
        this.notices = new Notices(product);
        this.buyers = new Buyers(product, notices);
        this.tokens = new RegistrationTokens(product.rulings().tokenLife());
        this.ledger = new Ledger(product.rulings().identicalResend());
        this.metering = new UsageMetering(product, rate, buyers, ledger);
    }

    /** By the marketplace's clock. */
    Instant now() {
        return clock.instant();
    }

    /** An empty marketplace that sells {@code product} and lives by {@code clock}, whose caller may call as often as he likes. */
    public static InMemoryMarketplace selling(ListedProduct product, Clock clock) {
        return selling(product, clock, CallRate.unlimited());
    }

    /**
     * An empty marketplace that sells {@code product}, lives by {@code clock} and throttles those who call too often (SUB-7).
     *
     * @param rate the seller's, to be shared by all marketplaces of one seller's account and region
     */
    public static InMemoryMarketplace selling(ListedProduct product, Clock clock, CallRate rate) {
        return new InMemoryMarketplace(product, clock, rate);
    }

    /**
     * The library's port to this marketplace: the same engine that {@link AwsOnLoopback} puts on the wire. Allocations carry the
     * tags {@code workspace} and {@code site} (MET-5).
     *
     * @param profile how the vendor sells here
     * @return the port
     * @throws IllegalArgumentException if the profile is of another product code
     */
    public Marketplace asPort(MarketplaceProfile profile) {
        if (!profile.product().code().equals(product.productCode())) {
            throw new IllegalArgumentException("this marketplace lists " + product.productCode() + ", not "
                    + profile.product().code());
        }
        return new MarketplacePort(this, profile);
    }

    /** The product as it was listed. */
    public ListedProduct product() {
        return product;
    }

    /**
     * The buyer subscribes: {@code subscribe-success} is published. In the final hour the same subscription lives on and no
     * {@code unsubscribe-success} follows (END-6); later it is a new one, metered from now. Subscribing twice changes nothing.
     *
     * @param awsAccountId 12 digits
     * @return the customer identifier, the same for ever for this account and product
     * @throws IllegalStateException when the product is listed by license alone
     */
    public synchronized String subscribe(String awsAccountId) {
        Instant now = settledNow();
        return buyers.subscribe(awsAccountId, false, now).customerIdentifier();
    }

    /** As {@link #subscribe}, on an offer with a free trial: its notices say so. Usage is metered all the same. */
    public synchronized String subscribeWithFreeTrial(String awsAccountId) {
        Instant now = settledNow();
        return buyers.subscribe(awsAccountId, true, now).customerIdentifier();
    }

    /**
     * The buyer accepts an offer: {@code subscribe-success} is published with its identifier, also where a subscription goes on under a
     * new offer.
     *
     * @param awsAccountId 12 digits
     * @param offer as AWS spells it, such as {@code offer-…}
     * @return the customer identifier
     * @throws IllegalStateException when the product is listed by license alone
     */
    public synchronized String acceptOffer(String awsAccountId, String offer) {
        Instant now = settledNow();
        return buyers.acceptOffer(awsAccountId, offer, now).customerIdentifier();
    }

    /** The buyer's subscription is declined: {@code subscribe-fail} is published and nothing changes. */
    public synchronized void failToSubscribe(String awsAccountId) {
        Instant now = settledNow();
        buyers.failToSubscribe(awsAccountId, now);
    }

    /**
     * The buyer cancels: {@code unsubscribe-pending} is published, and the final hour of 60 minutes begins.
     *
     * @throws IllegalStateException when the account is not subscribed
     */
    public synchronized void cancel(String awsAccountId) {
        Instant now = settledNow();
        buyers.cancel(awsAccountId, now);
    }

    /**
     * The buyer agrees to buy, in the license scheme: a license begins now, whatever others the account has. Its EventBridge
     * events are not published here.
     *
     * @param awsAccountId 12 digits
     * @return the ARN of the license, as AWS's answers spell it
     * @throws IllegalStateException when the product is not listed by license
     */
    public synchronized String agree(String awsAccountId) {
        Instant now = settledNow();
        return LicenseArn.of(
                product.partition(), buyers.agree(awsAccountId, now).id());
    }

    /**
     * An agreement ends: usage up to now is taken for 60 more minutes. Its license never comes back.
     *
     * @param licenseArn in any of AWS's spellings
     * @throws IllegalArgumentException when there is no such license
     * @throws IllegalStateException when it has ended before
     */
    public synchronized void endAgreement(String licenseArn) {
        Instant now = settledNow();
        buyers.endAgreement(licenseArn, now);
    }

    /** Where the license stands now; its ARN in any of AWS's spellings. */
    public synchronized SubscriptionState licenseState(String licenseArn) {
        settledNow();
        return buyers.license(licenseArn).life().state();
    }

    /** AWS suspends the account: its usage answers CustomerNotSubscribed, and no notice tells why (SUB-5). */
    public synchronized void suspend(String awsAccountId) {
        settledNow();
        buyers.meet(awsAccountId).suspend(true);
    }

    /** Takes a suspension back; the subscription was never touched by it. */
    public synchronized void reinstate(String awsAccountId) {
        settledNow();
        buyers.meet(awsAccountId).suspend(false);
    }

    /** Where the account's subscription stands now. */
    public synchronized SubscriptionState state(String awsAccountId) {
        settledNow();
        return buyers.meet(awsAccountId).state();
    }

    /** The customer identifier of the account, whether or not it ever subscribed. */
    public synchronized String customerIdentifier(String awsAccountId) {
        settledNow();
        return buyers.meet(awsAccountId).customerIdentifier();
    }

    /** Ends every final hour that is over; only needed to see nothing else happen, as every call does it first. */
    public synchronized void settle() {
        settledNow();
    }

    /**
     * A registration token for the account, subscribed or not; it resolves to the same answer until its life is over. Where landings
     * name a license it is that of the newest at its issue; lacking one, none is named until there is one.
     */
    public synchronized String issueToken(String awsAccountId) {
        Instant now = settledNow();
        ResolveCustomerAnswer known = buyers.introduce(awsAccountId, now);
        boolean waitsForLicense = product.resolvesByLicense(now) && known.licenseArn() == null;
        return tokens.issue(known, waitsForLicense, now);
    }

    /** A token of the seller's other product: it resolves, to another product code and another customer or license. */
    public synchronized String issueTokenOfAnotherProduct(String awsAccountId) {
        Instant now = settledNow();
        buyers.meet(awsAccountId);
        return tokens.issue(ResolveCustomerAnswer.ofAnother(product, awsAccountId, now), false, now);
    }

    /** The body of the form, with a new token, that the buyer's browser posts to the seller's landing page (ARR-1). */
    public synchronized String landingForm(String awsAccountId) {
        String token = URLEncoder.encode(issueToken(awsAccountId), StandardCharsets.UTF_8);
        boolean trial = buyers.meet(awsAccountId).freeTrial();
        return "x-amzn-marketplace-token=" + token + (trial ? "&x-amzn-marketplace-offer-type=free-trial" : "");
    }

    /** What the next calls of ResolveCustomer suffer, in order; treatments of single records mean nothing there. */
    public synchronized void whenResolving(Misbehaviour... next) {
        whenResolving.add(List.of(next));
    }

    /** What the next calls of BatchMeterUsage suffer, in order; a client's own retry is a call, too. */
    public synchronized void whenMetering(Misbehaviour... next) {
        whenMetering.add(List.of(next));
    }

    /**
     * What a later call of BatchMeterUsage suffers; the calls before it suffer what is queued.
     *
     * @param number 1 is the next call, 2 the one after it
     * @throws IllegalArgumentException if it is less than 1
     */
    public synchronized void whenMeteringCall(int number, Misbehaviour misbehaviour) {
        whenMetering.add(number, misbehaviour);
    }

    /**
     * From now on every call of BatchMeterUsage that has such a record is refused as a whole, until {@link #refuseNothing} (SUB-6).
     *
     * @param records which, of known customers
     * @param httpStatus of the refusal, such as 400
     * @param awsErrorType its error code
     */
    public synchronized void refuse(Predicate<BilledUsage.Hour> records, int httpStatus, String awsErrorType) {
        metering.refuse(records, new AwsException(httpStatus, awsErrorType, "told to refuse"));
    }

    /** Takes back all that was said by {@link #refuse}. */
    public synchronized void refuseNothing() {
        metering.refuseNothing();
    }

    /** The notices published since the last call, oldest first. */
    public synchronized List<MarketplaceNotice> takeNotices() {
        settledNow();
        return notices.take();
    }

    /** Everything billed so far, in the order of the first writes. */
    public synchronized List<BilledUsage> billed() {
        settledNow();
        return ledger.all();
    }

    /** The units billed to this customer for this dimension over all hours, in both identity schemes. */
    public synchronized long billedTotal(String customerIdentifier, String dimension) {
        settledNow();
        return ledger.total(customerIdentifier, dimension);
    }

    /** What was billed by license although that account, dimension and hour was billed in the legacy scheme, too (SUB-10). */
    public synchronized List<BilledUsage> billedInBothSchemes() {
        settledNow();
        return ledger.inBothSchemes();
    }

    /**
     * The ResolveCustomer API.
     *
     * @throws AwsException ValidationException, InvalidTokenException, ExpiredTokenException
     * @throws ConnectionDroppedException when told to
     */
    ResolveCustomerAnswer resolveCustomer(String registrationToken) {
        return next(whenResolving).suffer(new ApiCall<>(this, now -> tokens.resolve(registrationToken, buyers, now)));
    }

    /**
     * The BatchMeterUsage API.
     *
     * @throws AwsException the whole batch failed and nothing of it was billed
     * @throws ConnectionDroppedException when told to
     */
    BatchMeterUsageAnswer batchMeterUsage(BatchMeterUsageRequest request) {
        Misbehaviour misbehaviour = next(whenMetering);
        return misbehaviour.suffer(new ApiCall<>(this, now -> metering.meter(request, misbehaviour, now)));
    }

    private synchronized Misbehaviour next(MisbehaviourQueue calls) {
        return calls.next();
    }

    /** Does a call's work now. */
    synchronized <T> T now(Function<Instant, T> work) {
        return work.apply(settledNow());
    }

    /** Does a call's work as of a later instant. */
    synchronized void later(Duration delay, Function<Instant, ?> work) {
        Instant at = settledNow().plus(delay);
        late.add(at, () -> work.apply(at));
    }

    /** The present moment in AWS's grain, after everything that is due by then has happened, in its order. */
    private Instant settledNow() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Optional<Late> due = late.dueBy(now); due.isPresent(); due = late.dueBy(now)) {
            buyers.settle(due.get().at());
            due.get().perform();
        }
        buyers.settle(now);
        return now;
    }
}
