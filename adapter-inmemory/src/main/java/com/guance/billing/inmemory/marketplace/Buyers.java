package com.guance.billing.inmemory.marketplace;

import com.guance.billing.inmemory.marketplace.Licenses.License;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everyone the product has met, by AWS account; publishes what AWS would publish about them in the legacy scheme. */
final class Buyers {

    private static final Pattern AWS_ACCOUNT = Pattern.compile("[0-9]{12}");

    private final ListedProduct product;
    private final Notices notices;
    private final Licenses licenses;
    private final Map<String, Buyer> byAccount = new LinkedHashMap<>();
    private final Map<String, Buyer> byIdentifier = new HashMap<>();

    Buyers(ListedProduct product, Notices notices) {
        this.product = product;
        this.notices = notices;
        this.licenses = new Licenses(product.productCode());
    }

    /** The buyer with this account, met now if never before. */
    Buyer meet(String awsAccountId) {
        if (!AWS_ACCOUNT.matcher(awsAccountId).matches()) {
            throw new IllegalArgumentException("an AWS account id has 12 digits: " + awsAccountId);
        }
        return byAccount.computeIfAbsent(awsAccountId, this::stranger);
    }

    /** Whom a record names; the license and the account of one record must belong together. */
    Optional<Payer> find(CustomerReference customer) {
        if (customer.licenseArn() != null) {
            return licenses.find(customer.licenseArn())
                    .filter(license -> arn(license).equals(customer.licenseArn()))
                    .filter(license -> license.buyer().awsAccountId().equals(customer.awsAccountId()))
                    .map(license -> new Payer(license.buyer(), license.id(), license.life()));
        }
        Optional<Buyer> account = Optional.ofNullable(customer.awsAccountId()).map(byAccount::get);
        return account.or(
                        () -> Optional.ofNullable(customer.customerIdentifier()).map(byIdentifier::get))
                .map(buyer -> new Payer(buyer, "", buyer.life()));
    }

    Buyer subscribe(String awsAccountId, boolean freeTrial, Instant now) {
        Buyer buyer = meet(awsAccountId);
        if (begins(buyer, freeTrial, now)) {
            notices.publish("subscribe-success", buyer, now);
        }
        return buyer;
    }

    Buyer acceptOffer(String awsAccountId, String offer, Instant now) {
        Buyer buyer = meet(awsAccountId);
        boolean unused = begins(buyer, false, now);
        notices.publish("subscribe-success", buyer, Option.some(offer), now);
        return buyer;
    }

    /** Whether a subscription begins, or goes on after it was cancelled. */
    private boolean begins(Buyer buyer, boolean freeTrial, Instant now) {
        if (!product.takesLegacy()) {
            throw new IllegalStateException("the product is listed by license: its buyers agree");
        }
        if (buyer.state() == SubscriptionState.SUBSCRIBED) {
            return false;
        }
        Life life = buyer.subscribe(now, freeTrial);
        if (product.takesLicenses() && !licenses.has(life)) {
            licenses.grant(buyer, life);
        }
        return true;
    }

    License agree(String awsAccountId, Instant now) {
        if (!product.takesLicenses()) {
            throw new IllegalStateException("the product is not listed by license");
        }
        return licenses.grant(meet(awsAccountId), new Life(now));
    }

    /** Ends the license's agreement; where it is that of a subscription of the legacy form, too, that is cancelled by it. */
    void endAgreement(String arn, Instant now) {
        License license = license(arn);
        if (license.life().equals(license.buyer().life())) {
            cancel(license.buyer().awsAccountId(), now);
        } else {
            license.life().cancel(now);
        }
    }

    License license(String arn) {
        return licenses.find(arn).orElseThrow(() -> new IllegalArgumentException("no such license: " + arn));
    }

    /** What the seller is told of the account when it lands. */
    ResolveCustomerAnswer introduce(String awsAccountId, Instant now) {
        Buyer buyer = meet(awsAccountId);
        boolean byLicense = product.resolvesByLicense(now);
        Optional<License> license = licenses.newestOf(buyer);
        return new ResolveCustomerAnswer(
                byLicense || product.namedByAccount() ? null : buyer.customerIdentifier(),
                awsAccountId,
                product.productCode(),
                license.map(this::arn).orElse(null));
    }

    private String arn(License license) {
        return LicenseArn.of(product.partition(), license.id());
    }

    void failToSubscribe(String awsAccountId, Instant now) {
        notices.publish("subscribe-fail", meet(awsAccountId), now);
    }

    void cancel(String awsAccountId, Instant now) {
        Buyer buyer = meet(awsAccountId);
        buyer.cancel(now);
        notices.publish("unsubscribe-pending", buyer, now);
    }

    /** Ends every final hour that is over, the earliest first; each notice bears the instant of its own end. */
    void settle(Instant now) {
        record Ended(Buyer buyer, Life life, Instant at) {}
        byAccount.values().stream()
                .flatMap(buyer -> Optional.ofNullable(buyer.life()).stream()
                        .flatMap(life -> life.endedBy(now).map(at -> new Ended(buyer, life, at)).stream()))
                .sorted(Comparator.comparing(Ended::at))
                .forEach(ended -> {
                    ended.life().over();
                    notices.publish("unsubscribe-success", ended.buyer(), ended.at());
                });
        licenses.settle(now);
    }

    private Buyer stranger(String awsAccountId) {
        Buyer buyer = new Buyer(awsAccountId, Opaque.customerIdentifier(product.productCode(), awsAccountId));
        byIdentifier.put(buyer.customerIdentifier(), buyer);
        return buyer;
    }
}
