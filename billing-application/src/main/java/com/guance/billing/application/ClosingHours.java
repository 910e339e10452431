package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * MET-3, MET-4: each closed hour of a meter becomes one record; one meter that fails does not hold up the others. Subscriptions that
 * end come first, each with all its hours (FIN-1).
 */
final class ClosingHours {

    private static final int PAGE = 100;

    private final Transactions transactions;
    private final OpenHours openHours;
    private final Policies policies;
    private final ClosingFinalHours finalHours;

    ClosingHours(Transactions transactions, Marketplaces marketplaces, Policies policies) {
        this.transactions = transactions;
        this.openHours = new OpenHours(marketplaces);
        this.policies = policies;
        this.finalHours = new ClosingFinalHours(transactions, openHours, policies);
    }

    /** Closes every hour that is over; answers how many. */
    int closeDue(Instant at, FirstFailure failures) {
        Request by = new Request(new Actor.Clock(), at);
        MeteringHour through = MeteringHour.lastClosed(at, policies.metering().grace());
        Set<RecordId> tried = new HashSet<>();
        int ending = finalHours.closeDue(by, failures);
        int closed = 0;
        List<RecordId> page;
        do {
            int limit = PAGE + tried.size() - closed; // what was closed is gone, what was not comes again
            page = transactions.run(stores -> stores.charges().unrecorded(through, limit)).stream()
                    .filter(tried::add)
                    .toList();
            closed += page.stream()
                    .mapToInt(hour ->
                            failures.count(() -> transactions.run(stores -> close(stores, hour, through, by) ? 1 : 0)))
                    .sum();
        } while (!page.isEmpty());
        return ending + closed;
    }

    /** What a subscription left behind that takes nothing any more goes to its heir, or is unsettled (MET-7, END-8). */
    private boolean close(Stores stores, RecordId hour, MeteringHour through, Request by) {
        OneHour one = new OneHour(stores, openHours, policies.metering(), by);
        boolean closed = false;
        for (Versioned<Subscription> read : stores.subscriptions()
                .find(stores.charges().subscriptions(hour))
                .values()) {
            Subscription payer = read.aggregate();
            if (!payer.takesCharges() && payer.finalHourDue().isEmpty()) {
                new Leavings(stores, by).pass(payer);
            } else if (payer.finalHourDue().isEmpty()) {
                closed |= one.close(hour, through, payer);
            }
        }
        return closed;
    }
}
