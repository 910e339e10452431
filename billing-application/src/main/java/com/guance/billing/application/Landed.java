package com.guance.billing.application;

import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.stream.Collectors;

/**
 * Facts of earlier landings (ARR-9): of a product that moves, a buyer who landed in the legacy form has a license as well, whose ARN is
 * to be sent as it was answered then (MET-6).
 */
record Landed(Stores stores) {

    /** What an earlier landing of the account said of a license; nothing if the license's own landing said it. */
    AnsweredNames names(MarketplaceCustomer.Licensed license, CloudAccountId account, Subscription subscription) {
        return subscription.answered().licenseArn().isDefined()
                ? AnsweredNames.none()
                : new AnsweredNames(Option.none(), arn(license, account));
    }

    private Option<String> arn(MarketplaceCustomer.Licensed license, CloudAccountId account) {
        return stores.cloudAccounts()
                .find(account)
                .map(Versioned::aggregate)
                .flatMap(known -> Option.ofOptional(stores
                        .subscriptions()
                        .find(known.payers().stream().map(Payer::subscription).collect(Collectors.toUnmodifiableSet()))
                        .values()
                        .stream()
                        .map(Versioned::aggregate)
                        .filter(other -> other.customer().product().equals(license.product()))
                        .flatMap(other ->
                                other.answered().arnOf(license.license()).toJavaStream())
                        .findFirst()));
    }
}
