package com.guance.billing.inmemory.marketplace;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everyone the product has met, by AWS account; publishes what AWS would publish about them. */
final class Buyers {

    private static final Pattern AWS_ACCOUNT = Pattern.compile("[0-9]{12}");

    private final String productCode;
    private final Notices notices;
    private final Map<String, Buyer> byAccount = new LinkedHashMap<>();
    private final Map<String, Buyer> byIdentifier = new HashMap<>();

    Buyers(String productCode, Notices notices) {
        this.productCode = productCode;
        this.notices = notices;
    }

    /** The buyer with this account, met now if never before. */
    Buyer meet(String awsAccountId) {
        if (!AWS_ACCOUNT.matcher(awsAccountId).matches()) {
            throw new IllegalArgumentException("an AWS account id has 12 digits: " + awsAccountId);
        }
        return byAccount.computeIfAbsent(awsAccountId, this::stranger);
    }

    Optional<Buyer> find(CustomerReference customer) {
        Optional<Buyer> account = Optional.ofNullable(customer.awsAccountId()).map(byAccount::get);
        return account.or(
                () -> Optional.ofNullable(customer.customerIdentifier()).map(byIdentifier::get));
    }

    Buyer subscribe(String awsAccountId, boolean freeTrial, Instant now) {
        Buyer buyer = meet(awsAccountId);
        if (buyer.state() != SubscriptionState.SUBSCRIBED) {
            buyer.subscribe(now, freeTrial);
            notices.publish("subscribe-success", buyer, now);
        }
        return buyer;
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
        record Ended(Buyer buyer, Instant at) {}
        byAccount.values().stream()
                .flatMap(buyer -> buyer.endedBy(now).map(at -> new Ended(buyer, at)).stream())
                .sorted(Comparator.comparing(Ended::at))
                .forEach(ended -> {
                    ended.buyer().over();
                    notices.publish("unsubscribe-success", ended.buyer(), ended.at());
                });
    }

    private Buyer stranger(String awsAccountId) {
        Buyer buyer = new Buyer(awsAccountId, Opaque.customerIdentifier(productCode, awsAccountId));
        byIdentifier.put(buyer.customerIdentifier(), buyer);
        return buyer;
    }
}
