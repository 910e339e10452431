package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.function.Function;

/** The cloud account of a subscription follows it, in the same transaction: opened or closed for binding (END-4). */
record Following(Stores stores, Policies policies, Request by) {

    /** Records an account that was never seen. */
    void follow(Subscription subscription, MarketplaceProfile profile) {
        follow(subscription, profile, account -> account.follow(subscription, policies, by));
    }

    /** The same, where its buyer has just landed (ARR-6). */
    void landed(Subscription subscription, MarketplaceProfile profile) {
        follow(subscription, profile, account -> account.landed(subscription, policies, by));
    }

    /** An account that was never seen has nobody to close it for. */
    void followKnown(Subscription subscription) {
        subscription
                .cloudAccount()
                .flatMap(stores.cloudAccounts()::find)
                .forEach(known -> stores.cloudAccounts()
                        .save(Revision.of(known, known.aggregate().follow(subscription, policies, by))));
    }

    private void follow(
            Subscription subscription,
            MarketplaceProfile profile,
            Function<CloudAccount, Change<CloudAccount>> follows) {
        subscription.cloudAccount().forEach(account -> {
            Option<Versioned<CloudAccount>> known = stores.cloudAccounts().find(account);
            Change<CloudAccount> recorded = known.map(Versioned::aggregate)
                    .map(Change::none)
                    .getOrElse(() -> CloudAccount.recorded(account, profile.cloud(), profile.currency(), by));
            stores.cloudAccounts()
                    .save(new Revision<>(
                            known.map(Versioned::version).getOrElse(0L),
                            recorded.then(follows.apply(recorded.after()))));
        });
    }
}
