package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Share;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** MET-3, MET-4, MET-7: each closed hour of a meter becomes one record; what is late goes into the next one still open. */
final class ClosingHours {

    private static final int PAGE = 100;

    private final Transactions transactions;
    private final Duration grace;

    ClosingHours(Transactions transactions, Duration grace) {
        this.transactions = transactions;
        this.grace = grace;
    }

    /** Closes every hour that is over; answers how many. */
    int closeDue(Instant at) {
        MeteringHour through = MeteringHour.lastClosed(at, grace);
        Request by = new Request(new Actor.Clock(), at);
        int closed = 0;
        List<RecordId> page;
        do {
            page = transactions.run(stores -> stores.charges().unrecorded(through, PAGE));
            for (RecordId hour : page) {
                closed += transactions.run(stores -> close(stores, hour, through, by));
            }
        } while (!page.isEmpty());
        return closed;
    }

    private static int close(Stores stores, RecordId hour, MeteringHour through, Request by) {
        return stillOpen(stores, hour, through)
                .flatMap(open -> closing(stores, open, by))
                .map(closing -> {
                    stores.meteringRecords().close(closing);
                    return 1;
                })
                .getOrElse(0);
    }

    /** The hour itself, or the next without a record: the marketplace takes one record an hour. */
    private static Option<RecordId> stillOpen(Stores stores, RecordId hour, MeteringHour through) {
        RecordId candidate = hour;
        while (candidate.hour().compareTo(through) <= 0) {
            if (stores.meteringRecords().find(List.of(candidate)).isEmpty()) {
                return Option.some(candidate);
            }
            candidate = new RecordId(candidate.meter(), candidate.hour().next());
        }
        return Option.none();
    }

    private static Option<Closing> closing(Stores stores, RecordId open, Request by) {
        List<Share> shares = stores.charges().gather(open);
        return stores.subscriptions()
                .latest(open.meter().customer())
                .map(latest -> billed(latest.aggregate(), open))
                .filter(billed -> !shares.isEmpty())
                .map(billed -> Closing.of(open, billed, shares, by));
    }

    private static BilledThrough billed(Subscription subscription, RecordId open) {
        return new BilledThrough(
                subscription.cloudAccount().get(),
                subscription.id(),
                subscription.activatedAt().getOrElse(open.hour().start()));
    }
}
