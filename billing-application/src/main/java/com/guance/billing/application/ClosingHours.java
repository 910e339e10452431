package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * MET-3, MET-4: each closed hour of a meter becomes one record; one meter that fails does not hold up the others. Subscriptions that
 * end come first, each with all its hours (FIN-1). Of a product that moves all that is of the legacy form comes before the licenses:
 * the first record by license is the end of it (SUB-10).
 */
final class ClosingHours {

    private final Transactions transactions;
    private final OpenHours openHours;
    private final Policies policies;
    private final ClosingFinalHours finalHours;
    private final IdleSweep idle;

    ClosingHours(Transactions transactions, Marketplaces marketplaces, Policies policies) {
        this.transactions = transactions;
        this.openHours = OpenHours.of(marketplaces, policies);
        this.policies = policies;
        this.finalHours = new ClosingFinalHours(transactions, openHours, policies);
        this.idle = new IdleSweep(transactions, marketplaces, openHours, policies.metering());
    }

    /** Closes every hour that is over; answers how many. */
    int closeDue(Instant at, FirstFailure failures) {
        Request by = new Request(new Actor.Clock(), at);
        Set<SubscriptionId> leftBehind = new LinkedHashSet<>();
        Predicate<MarketplaceCustomer> ahead = openHours::isAhead;
        int closed =
                finalHours.closeDue(ahead.negate(), by, failures) + sweep(ahead.negate(), by, leftBehind, failures);
        leftBehind.forEach(id ->
                failures.count(() -> transactions.run(stores -> new Moving(stores, openHours).pass(id) ? 1 : 0)));
        return openHours.anyMoves()
                ? closed + sweep(ahead, by, leftBehind, failures) + finalHours.closeDue(ahead, by, failures)
                : closed;
    }

    /** First what was used; what returned has no record of its own where charges of its meter have one; then that nothing was used. */
    private int sweep(
            Predicate<MarketplaceCustomer> which, Request by, Set<SubscriptionId> leftBehind, FirstFailure failures) {
        MeteringHour through =
                MeteringHour.lastClosed(by.at(), policies.metering().grace());
        Sweep sweep = new Sweep(transactions, which, failures);
        return sweep.over(
                        (stores, limit) -> stores.charges().unrecorded(through, limit),
                        (stores, hour) -> close(stores, hour, through, by, leftBehind))
                + sweep.over(
                        (stores, limit) -> stores.charges().returned(through, limit),
                        (stores, hour) -> closeReturned(stores, hour, by, leftBehind))
                + idle.tell(sweep, by);
    }

    /** What a subscription left behind that takes nothing any more goes to its heir, or is unsettled (MET-7, END-8). */
    private boolean close(
            Stores stores, RecordId hour, MeteringHour through, Request by, Set<SubscriptionId> leftBehind) {
        OneHour one = new OneHour(stores, openHours, policies.metering(), by);
        boolean closed = false;
        for (Versioned<Subscription> read : stores.subscriptions()
                .find(stores.charges().subscriptions(hour))
                .values()) {
            Subscription payer = read.aggregate();
            if (!payer.takesCharges() && payer.finalHourDue().isEmpty()) {
                new Leavings(stores, by).pass(payer);
                stores.subscriptions().save(Revision.of(read, Change.none(payer))); // it may return meanwhile (END-6)
            } else if (payer.finalHourDue().isEmpty() && one.close(hour, through, payer)) {
                closed = true;
            } else if (openHours.isLeftBehind(payer.customer(), through)) {
                leftBehind.add(payer.id());
            }
        }
        return closed;
    }

    /** Whole units that returned to a subscription that lives (MET-7); those of one that ends are a matter of its final hour. */
    private boolean closeReturned(Stores stores, RecordId hour, Request by, Set<SubscriptionId> leftBehind) {
        Option<Subscription> payer = stores.subscriptions()
                .latest(hour.meter().customer())
                .map(Versioned::aggregate)
                .filter(latest -> latest.takesCharges() && latest.finalHourDue().isEmpty());
        payer.filter(known -> openHours.isLeftBehind(known.customer(), hour.hour()))
                .forEach(known -> leftBehind.add(known.id()));
        return payer.exists(
                known -> new OneHour(stores, openHours, policies.metering(), by).close(hour, hour.hour(), known));
    }
}
