package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Succession;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What becomes of units that the marketplace did not bill. Those of a subscription that takes charges return to the journal and go, as
 * late charges do, into a later record, that of its final hour at the latest (MET-7, FIN-1); those of one that has a successor into the
 * successor's, once its own final hour is closed; those of one whose successor is awaited wait for it (END-5); those of another are
 * unsettled (END-8, FIN-2).
 */
record Unbilled(
        Stores stores,
        Map<SubscriptionId, Versioned<Subscription>> subscriptions,
        Map<SubscriptionId, Heirs.Heir> heirs,
        Set<SubscriptionId> awaiting) {

    /**
     * How long, and until when, a successor is waited for.
     *
     * @param successor END-5
     * @param at now
     */
    record Waiting(Duration successor, Instant at) {}

    /** Where nothing is to be decided of any record. */
    static Unbilled none(Stores stores) {
        return new Unbilled(stores, Map.of(), Map.of(), Set.of());
    }

    static Unbilled among(Stores stores, List<Versioned<MeteringRecord>> records, Waiting waiting) {
        Map<SubscriptionId, Versioned<Subscription>> subscriptions = records.isEmpty()
                ? Map.of()
                : stores.subscriptions()
                        .find(records.stream()
                                .map(record -> record.aggregate().billed().subscription())
                                .collect(Collectors.toUnmodifiableSet()));
        List<Subscription> ending = ending(subscriptions);
        return new Unbilled(
                stores,
                subscriptions,
                ending.isEmpty() ? Map.of() : new Heirs(stores).of(ending),
                awaiting(stores, subscriptions, waiting));
    }

    private static List<Subscription> ending(Map<SubscriptionId, Versioned<Subscription>> subscriptions) {
        return subscriptions.values().stream()
                .map(Versioned::aggregate)
                .filter(Predicate.not(Subscription::isAlive))
                .toList();
    }

    /** Those whose final hour is kept open for a successor, or because it is not decided yet what their end means (FIN-1). */
    private static Set<SubscriptionId> awaiting(
            Stores stores, Map<SubscriptionId, Versioned<Subscription>> subscriptions, Waiting waiting) {
        return ending(subscriptions).stream()
                .filter(ended -> ended.finalHourDue().isDefined())
                .filter(ended -> ended.undecidedUntil().isDefined()
                        || ended.cloudAccount()
                                .flatMap(stores.cloudAccounts()::find)
                                .flatMap(account ->
                                        new Succession(ended, account.aggregate()).awaitedUntil(waiting.successor()))
                                .exists(waiting.at()::isBefore))
                .map(Subscription::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    RecordStatus of(MeteringRecord record) {
        SubscriptionId id = record.billed().subscription();
        boolean takesThem =
                Option.of(subscriptions.get(id)).map(Versioned::aggregate).exists(Subscription::takesCharges);
        return takesThem || isSucceeded(id) ? RecordStatus.RETURNED : RecordStatus.UNSETTLED;
    }

    /** Of a customer who is not subscribed: one whose subscription ends will not be when it is asked again (SUB-5). */
    RecordStatus ofDenied(MeteringRecord record) {
        SubscriptionId id = record.billed().subscription();
        boolean isAlive =
                Option.of(subscriptions.get(id)).map(Versioned::aggregate).exists(Subscription::isAlive);
        return isAlive || isSucceeded(id) ? RecordStatus.RETURNED : RecordStatus.UNSETTLED;
    }

    private boolean isSucceeded(SubscriptionId id) {
        return heirs.containsKey(id) || awaiting.contains(id);
    }

    /** Saves the changes, and gives back what they return: in one transaction, so that no unit is in two places or in none (INV-7). */
    void save(List<Revision<MeteringRecord>> revisions) {
        List<Revision<MeteringRecord>> changes = revisions.stream()
                .filter(revision -> !revision.change().isNone())
                .toList();
        List<MeteringRecord> returned = changes.stream()
                .map(revision -> revision.change().after())
                .filter(record -> record.returned().total() > 0)
                .toList();
        if (!returned.isEmpty()) {
            stores.charges().giveBack(returned);
            inherit(returned);
            touch(returned);
        }
        stores.meteringRecords().save(changes);
    }

    /**
     * Whoever ends one of them or of their heirs meanwhile, or closes its final hour, is stale, or this is: nothing returns to what
     * nobody closes any more.
     */
    private void touch(List<MeteringRecord> returned) {
        Map<SubscriptionId, Revision<Subscription>> touched =
                new TreeMap<>(Comparator.comparing(SubscriptionId::value));
        returned.stream().map(record -> record.billed().subscription()).forEach(id -> {
            Option.of(heirs.get(id))
                    .map(Heirs.Heir::touch)
                    .forEach(heir -> touched.put(heir.change().after().id(), heir));
            Option.of(subscriptions.get(id))
                    .forEach(read -> touched.put(id, Revision.of(read, Change.none(read.aggregate()))));
        });
        stores.subscriptions().save(List.copyOf(touched.values()));
    }

    /** While a final hour is open what returns may still go into its record, and is handed over when that is closed (FIN-1). */
    private void inherit(List<MeteringRecord> returned) {
        returned.stream()
                .map(record -> record.billed().subscription())
                .distinct()
                .sorted(Comparator.comparing(SubscriptionId::value))
                .flatMap(id -> Option.of(subscriptions.get(id)).toJavaStream())
                .map(Versioned::aggregate)
                .filter(left -> left.finalHourDue().isEmpty())
                .forEach(left -> Option.of(heirs.get(left.id()))
                        .forEach(heir -> stores.charges().handOver(Leavings.destination(left), heir.destination())));
    }
}
