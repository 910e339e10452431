package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** FIN-2: people are told of a subscription of which something is still owed after its final hour. */
final class Overruns {

    private static final int CHUNK = 100;

    private final Transactions transactions;
    private final Duration finalHour;

    Overruns(Transactions transactions, Duration finalHour) {
        this.transactions = transactions;
        this.finalHour = finalHour;
    }

    /** Tells of all, each once; answers of how many. */
    int tell(Instant at) {
        int told = 0;
        int chunk;
        do {
            chunk = transactions.run(stores -> chunk(stores, at));
            told += chunk;
        } while (chunk == CHUNK);
        return told;
    }

    private int chunk(Stores stores, Instant at) {
        Request by = new Request(new Actor.Clock(), at);
        List<Versioned<Subscription>> overrun = stores.subscriptions().overrun(at.minus(finalHour), CHUNK);
        overrun.forEach(subscription -> stores.subscriptions()
                .save(Revision.of(subscription, subscription.aggregate().overrun(by))));
        return overrun.size();
    }
}
