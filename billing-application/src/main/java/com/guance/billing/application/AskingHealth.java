package com.guance.billing.application;

import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.MeteringPolicy;
import com.guance.billing.ports.driven.Backlog;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driving.AskHealth;
import com.guance.billing.ports.driving.Health;
import com.guance.billing.ports.driving.Health.OfProduct;
import com.guance.billing.ports.driving.Health.Outbox;
import com.guance.billing.ports.driving.Health.Unfinished;
import com.guance.billing.ports.driving.Health.Unreadable;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** Answers for operators, in one transaction. */
final class AskingHealth implements AskHealth {

    private static final int COUNTED = 10_000;

    private final Transactions transactions;
    private final List<MarketplaceProfile> profiles;
    private final MeteringPolicy policy;

    AskingHealth(Transactions transactions, Marketplaces marketplaces, MeteringPolicy policy) {
        this.transactions = transactions;
        this.profiles = marketplaces.all().stream().map(Marketplace::profile).toList();
        this.policy = policy;
    }

    @Override
    public List<Product> products() {
        return profiles.stream().map(MarketplaceProfile::product).toList();
    }

    @Override
    public Health health(Instant at) {
        return transactions.run(stores -> new Health(
                at,
                profiles.stream().map(profile -> records(stores, profile)).toList(),
                unfinished(stores, at),
                outbox(stores),
                new Unreadable(
                        stores.unreadables().count(), stores.unreadables().countUnreached())));
    }

    /** Of two records the older one never has the later deadline. */
    private static OfProduct records(Stores stores, MarketplaceProfile profile) {
        Backlog.Records records = stores.backlog().records(profile.product());
        return new OfProduct(
                profile.product(),
                records.byStatus(),
                records.oldestOwed(),
                records.oldestOwed().map(profile::deadline));
    }

    private Unfinished unfinished(Stores stores, Instant at) {
        List<RecordId> oldest = stores.charges().unrecorded(MeteringHour.lastClosed(at, policy.grace()), 1);
        return new Unfinished(
                Option.ofOptional(oldest.stream().map(RecordId::hour).findFirst()),
                stores.backlog().openCascades(),
                stores.backlog().unsettledCharges());
    }

    private static Outbox outbox(Stores stores) {
        Backlog.Untold untold = stores.backlog().untold(COUNTED);
        return new Outbox(untold.count(), untold.oldest(), untold.retried(), untold.setAside());
    }
}
