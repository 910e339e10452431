package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Succession;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * FIN-1: the hours of a subscription that ends close at once, and the hour of its freeze when the host has rated it, or may not any
 * longer. Each record is a transaction; what the last of them leaves goes to the heir (MET-7), or is forfeited.
 */
final class ClosingFinalHours {

    private static final int PAGE = 100;

    private final Transactions transactions;
    private final OpenHours openHours;
    private final Policies policies;

    ClosingFinalHours(Transactions transactions, OpenHours openHours, Policies policies) {
        this.transactions = transactions;
        this.openHours = openHours;
        this.policies = policies;
    }

    /** Closes what can be closed of those that end; answers how many records were made. */
    int closeDue(Predicate<MarketplaceCustomer> which, Request by, FirstFailure failures) {
        Set<SubscriptionId> tried = new HashSet<>();
        int closed = 0;
        List<Subscription> page;
        do {
            page = open(PAGE + tried.size()).stream()
                    .filter(ending -> tried.add(ending.id()))
                    .toList();
            closed += page.stream()
                    .filter(ending -> which.test(ending.customer()))
                    .mapToInt(ending -> failures.count(() -> close(ending.id(), by)))
                    .sum();
        } while (!page.isEmpty());
        return closed;
    }

    private List<Subscription> open(int limit) {
        return transactions.run(stores -> stores.subscriptions().withOpenFinalHour(limit).stream()
                .map(Versioned::aggregate)
                .toList());
    }

    private int close(SubscriptionId id, Request by) {
        int closed = 0;
        for (RecordId hour : of(id, stores -> read -> begin(stores, read, by)).getOrElse(List.of())) {
            closed += of(id, stores -> read -> one(stores, read, hour, by) ? 1 : 0)
                    .getOrElse(0);
        }
        closed += closeReturned(id, by);
        of(id, stores -> read -> finish(stores, read, by));
        return closed;
    }

    private List<RecordId> begin(Stores stores, Versioned<Subscription> read, Request by) {
        Subscription ending = read.aggregate();
        if (ending.undecidedUntil().isEmpty()) {
            giveUp(stores, read, by);
        }
        return isSuperseded(stores, ending, by) ? List.of() : stores.charges().hoursOf(ending.id());
    }

    /** What was used since the freeze, unless it returns meanwhile: it is to be ending as it was read. */
    private static void giveUp(Stores stores, Versioned<Subscription> read, Request by) {
        Subscription ending = read.aggregate();
        new Leavings(stores, by).unsettle(ending, ending.freeze().get());
        stores.subscriptions().save(Revision.of(read, Change.none(ending)));
    }

    /** Whole units that returned to the journal are forfeited no more than charges are: without any of these they have a record, too. */
    private int closeReturned(SubscriptionId id, Request by) {
        int closed = 0;
        for (Meter meter : this.<List<Meter>>of(
                        id,
                        stores -> read -> isDue(read.aggregate(), by) && !isSuperseded(stores, read.aggregate(), by)
                                ? stores.charges().returnedTo(read.aggregate().customer())
                                : List.of())
                .getOrElse(List.of())) {
            closed += of(id, stores -> read -> last(stores, read, meter, by) ? 1 : 0)
                    .getOrElse(0);
        }
        return closed;
    }

    private boolean last(Stores stores, Versioned<Subscription> read, Meter meter, Request by) {
        return one(stores, read, new RecordId(meter, last(read.aggregate())), by);
    }

    /** An ended life pays nothing through the customer's next one, and what an heir has is metered by it: no record of its own. */
    private static boolean isSuperseded(Stores stores, Subscription ending, Request by) {
        boolean superseded = ending.isOver()
                && (new Heirs(stores).of(ending).isDefined()
                        || stores.subscriptions()
                                .latest(ending.customer())
                                .exists(latest -> !latest.aggregate().id().equals(ending.id())));
        if (superseded) {
            new Leavings(stores, by).pass(ending);
        }
        return superseded;
    }

    /**
     * While the end is undecided what was used since the freeze waits until its hour is closed: it may return before (END-3), or be
     * decided meanwhile.
     */
    private boolean one(Stores stores, Versioned<Subscription> read, RecordId hour, Request by) {
        Subscription ending = read.aggregate();
        if (isDue(ending, by)) {
            giveUp(stores, read, by);
        }
        MeteringHour through = isDue(ending, by) ? last(ending) : last(ending).previous();
        return new OneHour(stores, openHours, policies.metering(), by).close(hour, through, ending);
    }

    /** When all that finds a record is in one: what is left goes to the heir, who may still be awaited, or to nobody. */
    private boolean finish(Stores stores, Versioned<Subscription> read, Request by) {
        Subscription ending = read.aggregate();
        if (!isDue(ending, by)) {
            return false;
        }
        boolean inherited = new Heirs(stores).of(ending).isDefined();
        if (!inherited && isAwaited(stores, ending, by)) {
            return false;
        }
        new Leavings(stores, by).pass(ending);
        int forfeited = inherited || ending.cloudAccount().isEmpty()
                ? 0
                : stores.charges().forfeit(Leavings.destination(ending), by.at());
        stores.subscriptions().save(Revision.of(read, ending.finalHourClosed(forfeited, by)));
        return true;
    }

    private boolean isAwaited(Stores stores, Subscription ending, Request by) {
        return ending.undecidedUntil().isDefined()
                || ending.cloudAccount()
                        .flatMap(stores.cloudAccounts()::find)
                        .map(Versioned::aggregate)
                        .flatMap((CloudAccount account) -> new Succession(ending, account)
                                .awaitedUntil(policies.ending().waits().successor()))
                        .exists(by.at()::isBefore);
    }

    /** Not before the hour of its first record, which may be the next where the marketplace's clock ran ahead (NOT-6). */
    private static MeteringHour last(Subscription ending) {
        MeteringHour ofFreeze = MeteringHour.of(ending.freeze().get().minusNanos(1));
        return ending.recordsFrom()
                .map(MeteringHour::of)
                .filter(first -> first.compareTo(ofFreeze) > 0)
                .getOrElse(ofFreeze);
    }

    private static boolean isDue(Subscription ending, Request by) {
        return ending.finalHourDue().exists((Instant due) -> !by.at().isBefore(due));
    }

    /** Asks something of a subscription whose final hour is open still, in a transaction. */
    private <A> Option<A> of(SubscriptionId id, Function<Stores, Function<Versioned<Subscription>, A>> question) {
        return transactions.run(stores -> of(stores, id)
                .filter(read -> read.aggregate().finalHourDue().isDefined())
                .map(read -> question.apply(stores).apply(read)));
    }

    private static Option<Versioned<Subscription>> of(Stores stores, SubscriptionId id) {
        return Option.of(stores.subscriptions().find(List.of(id)).get(id));
    }
}
