package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** MET-3, MET-4: each closed hour of a meter becomes one record; one meter that fails does not hold up the others. */
final class ClosingHours {

    private static final int PAGE = 100;

    private final Transactions transactions;
    private final OpenHours openHours;
    private final Duration grace;

    ClosingHours(Transactions transactions, Marketplaces marketplaces, Duration grace) {
        this.transactions = transactions;
        this.openHours = new OpenHours(marketplaces);
        this.grace = grace;
    }

    /** Closes every hour that is over; answers how many. */
    int closeDue(Instant at, FirstFailure failures) {
        MeteringHour through = MeteringHour.lastClosed(at, grace);
        Request by = new Request(new Actor.Clock(), at);
        Set<RecordId> tried = new HashSet<>();
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
        return closed;
    }

    private boolean close(Stores stores, RecordId hour, MeteringHour through, Request by) {
        return payer(stores, hour, by)
                .flatMap(payer -> openHours
                        .forChargesOf(stores, hour, through, by.at())
                        .flatMap(open -> closing(stores, open, payer, by)))
                .peek(stores.meteringRecords()::close)
                .isDefined();
    }

    /**
     * The subscription that can still be metered. What came in for usage after its freeze, before we heard of its end, is unsettled
     * now (END-3); and so is what a subscription left behind that is over (END-8).
     */
    private static Option<Subscription> payer(Stores stores, RecordId hour, Request by) {
        Option<Subscription> meterable = Option.none();
        for (Versioned<Subscription> subscription : stores.subscriptions()
                .find(stores.charges().subscriptions(hour))
                .values()) {
            Subscription named = subscription.aggregate();
            Option<Instant> unsettledFrom = named.isMeterable() ? named.freeze() : Option.some(Instant.MIN);
            unsettledFrom.forEach(from -> UnsettledCharges.tell(
                    stores, named.cloudAccount(), stores.charges().unsettle(named.id(), from), by));
            meterable = named.isMeterable() ? Option.some(named) : meterable;
        }
        return meterable.filter(left -> stores.charges().subscriptions(hour).contains(left.id()));
    }

    private static Option<Closing> closing(Stores stores, RecordId open, Subscription payer, Request by) {
        List<Share> shares = stores.charges().gather(open);
        return Option.when(!shares.isEmpty(), () -> Closing.of(open, billed(payer, open), shares, by));
    }

    private static BilledThrough billed(Subscription payer, RecordId open) {
        return new BilledThrough(
                payer.cloudAccount().get(),
                payer.id(),
                payer.activatedAt().getOrElse(open.hour().start()));
    }
}
