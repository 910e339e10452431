package com.guance.billing.application;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.AskCoverage;
import com.guance.billing.statement.Coverage;
import com.guance.billing.statement.CoverageDraft;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** ASK-2: what each hour has come to, and until when something has to be sent. */
final class AskingCoverage implements AskCoverage {

    private final Transactions transactions;
    private final Marketplaces marketplaces;
    private final Policies policies;

    AskingCoverage(Transactions transactions, Marketplaces marketplaces, Policies policies) {
        this.transactions = transactions;
        this.marketplaces = marketplaces;
        this.policies = policies;
    }

    @Override
    public Option<Coverage> of(
            SubscriptionId subscription, StatementPeriod period, Set<Dimension> dimensions, Instant at) {
        return transactions.run(stores -> Option.of(
                        stores.subscriptions().find(List.of(subscription)).get(subscription))
                .map(Versioned::aggregate)
                .flatMap(found -> found.cloudAccount()
                        .flatMap(account -> Coverage.paid(found, period)
                                .map(paid -> read(
                                        stores, found, account, new CoverageDraft(found.id(), paid, dimensions), paid)))
                        .map(draft -> draft.coverage(
                                MeteringHour.lastClosed(at, policies.metering().grace())))));
    }

    private static CoverageDraft read(
            Stores stores, Subscription of, CloudAccountId account, CoverageDraft draft, StatementPeriod paid) {
        AskingStatement.eachRecord(stores.statements(), account, paid, record -> {
            if (record.id().meter().customer().equals(of.customer())) {
                draft.add(record);
            }
        });
        stores.statements().chargedHours(account, paid).forEach(draft::add);
        return draft;
    }

    @Override
    public Option<Instant> nearestDeadline(Instant at) {
        return transactions.run(
                stores -> new NearestDeadline(stores, marketplaces, OpenHours.of(marketplaces, policies), at).find());
    }
}
