package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * SUB-5: what asks the marketplace whether the customer of a suspected subscription is subscribed, where no record is owed that would:
 * a 0 for the newest closed hour that began after the first answer, in the dimension that was accepted last.
 */
record SuspectProbes(Transactions transactions, Marketplaces marketplaces, Policies policies) {

    private static final int PAGE = 100;

    /** Makes a 0 for each subscription that may be probed, and has nothing to be probed with; how many. */
    int make(Instant at, FirstFailure failures) {
        Set<SubscriptionId> tried = new HashSet<>();
        int made = 0;
        List<SubscriptionId> page;
        do {
            int limit = PAGE + tried.size();
            page = transactions.run(stores -> stores.subscriptions().unprobed(at, limit)).stream()
                    .map(read -> read.aggregate().id())
                    .filter(tried::add)
                    .toList();
            made += page.stream()
                    .mapToInt(id -> failures.count(() -> transactions.run(stores -> make(stores, id, at) ? 1 : 0)))
                    .sum();
        } while (!page.isEmpty());
        return made;
    }

    /** Whether a suspected subscription cannot be asked at all: then time alone decides. A record that awaits an answer may still ask. */
    boolean cannotAsk(Stores stores, Subscription suspected, Instant at) {
        return cannotBeMade(stores, suspected, at) && !stores.meteringRecords().awaitsAnswer(suspected.id());
    }

    private boolean cannotBeMade(Stores stores, Subscription suspected, Instant at) {
        return meter(stores, suspected)
                .filter(meter -> profile(meter)
                        .forAll(known ->
                                known.meters(meter.customer(), newestClosed(at).start())))
                .isEmpty();
    }

    private boolean make(Stores stores, SubscriptionId id, Instant at) {
        return Option.of(stores.subscriptions().find(List.of(id)).get(id))
                .map(Versioned::aggregate)
                .filter(suspected -> suspected
                        .suspicion()
                        .exists(known -> newestClosed(at).start().isAfter(known.since())))
                .exists(suspected -> meter(stores, suspected)
                        .map(meter -> new RecordId(meter, newestClosed(at)))
                        .exists(hour -> close(stores, hour, suspected, at)));
    }

    private boolean close(Stores stores, RecordId hour, Subscription suspected, Instant at) {
        return new OneHour(
                        stores,
                        OpenHours.of(marketplaces, policies),
                        policies.metering(),
                        new Request(new Actor.Clock(), at))
                .closeIdle(hour, suspected);
    }

    /** None if nothing of it was ever accepted, or what was is refused for itself by now. */
    private static Option<Meter> meter(Stores stores, Subscription suspected) {
        return stores.meteringRecords()
                .lastAccepted(suspected.id(), suspected.customer())
                .map(MeteringRecord::id)
                .filter(last -> !Holds.of(stores, List.of(last)).concern(last))
                .map(RecordId::meter);
    }

    private Option<MarketplaceProfile> profile(Meter meter) {
        return marketplaces.selling(meter.customer().product()).map(marketplace -> marketplace.profile());
    }

    private MeteringHour newestClosed(Instant at) {
        return MeteringHour.lastClosed(at, policies.metering().grace());
    }
}
