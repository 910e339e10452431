package com.guance.billing.application;

import com.guance.billing.AgreementId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.List;

/**
 * Cascades that a crash interrupted, of the account that a notice speaks of. Another change of one of its subscriptions would hide
 * what they have still to bring: a return that the next end overtakes, a taker that has ended since (END-4, END-5, END-6).
 */
record InterruptedCascades(Stores stores) {

    private static final int MANY = 500;

    List<SubscriptionId> before(Fact fact) {
        List<Subscription> open = stores.subscriptions().withOpenCascade(MANY).stream()
                .map(Versioned::aggregate)
                .toList();
        return open.isEmpty()
                ? List.of()
                : account(fact)
                        .toJavaStream()
                        .flatMap(account ->
                                open.stream().filter(one -> one.cloudAccount().contains(account)))
                        .map(Subscription::id)
                        .toList();
    }

    private Option<CloudAccountId> account(Fact fact) {
        return fact.fold(
                customer -> accountOf(customer.customer()),
                suspected -> accountOf(suspected.customer()),
                license -> Option.some(license.account()),
                agreement -> ofAgreement(agreement.agreement(), agreement.previous()));
    }

    /** Its own, or that of the agreement which it follows: what it says may concern both (END-5). */
    private Option<CloudAccountId> ofAgreement(AgreementId id, Option<AgreementId> named) {
        Option<Agreement> agreement = ReadableEntries.agreement(stores, id);
        return agreement
                .flatMap(Agreement::customer)
                .orElse(() -> named.orElse(agreement.flatMap(Agreement::previous))
                        .flatMap(known -> ReadableEntries.agreement(stores, known))
                        .flatMap(Agreement::customer))
                .flatMap(this::accountOf);
    }

    private Option<CloudAccountId> accountOf(MarketplaceCustomer customer) {
        return stores.subscriptions()
                .latest(customer)
                .flatMap(known -> known.aggregate().cloudAccount());
    }
}
