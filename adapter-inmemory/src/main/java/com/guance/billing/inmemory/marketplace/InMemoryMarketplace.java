package com.guance.billing.inmemory.marketplace;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS Marketplace for one product, in memory: buyers subscribe and cancel, the seller resolves tokens and meters usage, and
 * the marketplace counts what it billed. It answers as AWS does to the letter, can be told to misbehave, and is the judge in
 * tests: what {@link #billed()} does not show was not billed, whatever the caller was told.
 *
 * <p>Time is the clock's alone. A final hour that is over ends at the next call of any kind, as of its own instant. Every
 * method is atomic; the object may be shared between threads.
 */
public final class InMemoryMarketplace {

    private static final String OTHER_PRODUCT_SUFFIX = "-other";

    private final ListedProduct product;
    private final Clock clock;
    private final Notices notices;
    private final Buyers buyers;
    private final RegistrationTokens tokens;
    private final BatchRules rules;
    private final Ledger ledger;
    private final MisbehaviourQueue whenResolving = new MisbehaviourQueue();
    private final MisbehaviourQueue whenMetering = new MisbehaviourQueue();

    private InMemoryMarketplace(ListedProduct product, Clock clock) {
        this.product = product;
        this.clock = clock;
        this.notices = new Notices(product);
        this.buyers = new Buyers(product.productCode(), notices);
        this.tokens = new RegistrationTokens(product.rulings().tokenLife());
        this.rules = new BatchRules(product, buyers);
        this.ledger = new Ledger(product.rulings().identicalResend());
    }

    /** An empty marketplace that sells {@code product} and lives by {@code clock}. */
    public static InMemoryMarketplace selling(ListedProduct product, Clock clock) {
        return new InMemoryMarketplace(product, clock);
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

    /** A registration token for the account, subscribed or not; it resolves to the same answer until its life is over. */
    public synchronized String issueToken(String awsAccountId) {
        Instant now = settledNow();
        buyers.meet(awsAccountId);
        return tokens.issue(awsAccountId, product.productCode(), now);
    }

    /** A token of the seller's other product: it resolves, to another product code and another customer identifier. */
    public synchronized String issueTokenOfAnotherProduct(String awsAccountId) {
        Instant now = settledNow();
        buyers.meet(awsAccountId);
        return tokens.issue(awsAccountId, product.productCode() + OTHER_PRODUCT_SUFFIX, now);
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

    /** The notices published since the last call, oldest first. */
    public synchronized List<MarketplaceNotice> takeNotices() {
        settledNow();
        return notices.take();
    }

    /** Everything billed so far, in the order of the first writes. */
    public synchronized List<BilledUsage> billed() {
        return ledger.all();
    }

    /** The units billed to this customer for this dimension over all hours. */
    public synchronized long billedTotal(String customerIdentifier, String dimension) {
        return ledger.total(customerIdentifier, dimension);
    }

    /**
     * The ResolveCustomer API.
     *
     * @throws AwsException ValidationException, InvalidTokenException, ExpiredTokenException
     * @throws ConnectionDroppedException when told to
     */
    synchronized ResolveCustomerAnswer resolveCustomer(String registrationToken) {
        Instant now = settledNow();
        return whenResolving.next().around(() -> tokens.resolve(registrationToken, now));
    }

    /**
     * The BatchMeterUsage API.
     *
     * @throws AwsException the whole batch failed and nothing of it was billed
     * @throws ConnectionDroppedException when told to
     */
    synchronized BatchMeterUsageAnswer batchMeterUsage(BatchMeterUsageRequest request) {
        Instant now = settledNow();
        Misbehaviour misbehaviour = whenMetering.next();
        return misbehaviour.around(() -> {
            rules.check(request, now);
            return meter(request.records(), misbehaviour);
        });
    }

    private BatchMeterUsageAnswer meter(List<UsageRecord> records, Misbehaviour misbehaviour) {
        List<Result> results = new ArrayList<>();
        List<UsageRecord> unprocessed = new ArrayList<>();
        for (int position = 0; position < records.size(); position++) {
            UsageRecord record = records.get(position);
            switch (misbehaviour.treatmentAt(position)) {
                case PROCESSED -> results.add(meter(record));
                case UNPROCESSED -> unprocessed.add(record);
                case LEFT_OUT -> {}
            }
        }
        return new BatchMeterUsageAnswer(results, unprocessed);
    }

    private Result meter(UsageRecord record) {
        return buyers.find(record.customer())
                .filter(Buyer::canBeMetered)
                .map(buyer -> ledger.write(record, buyer.customerIdentifier()))
                .orElseGet(() -> Result.of(record, Status.CUSTOMER_NOT_SUBSCRIBED));
    }

    /** The present moment in AWS's grain, after everything that is due by then has happened. */
    private Instant settledNow() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        buyers.settle(now);
        return now;
    }
}
