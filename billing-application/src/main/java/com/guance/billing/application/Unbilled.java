package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What becomes of units that the marketplace did not bill. Those of a subscription that takes charges return to the journal and go, as
 * late charges do, into a later record, that of its final hour at the latest (MET-7, FIN-1); those of one that has an heir into the
 * heir's, once its own final hour is closed; those of another are unsettled (END-8, FIN-2).
 */
record Unbilled(
        Stores stores,
        Map<SubscriptionId, Versioned<Subscription>> subscriptions,
        Map<SubscriptionId, Heirs.Heir> heirs) {

    static Unbilled among(Stores stores, List<Versioned<MeteringRecord>> records) {
        Map<SubscriptionId, Versioned<Subscription>> subscriptions = records.isEmpty()
                ? Map.of()
                : stores.subscriptions()
                        .find(records.stream()
                                .map(record -> record.aggregate().billed().subscription())
                                .collect(Collectors.toUnmodifiableSet()));
        List<Subscription> left = subscriptions.values().stream()
                .map(Versioned::aggregate)
                .filter(Predicate.not(Subscription::takesCharges))
                .toList();
        return new Unbilled(stores, subscriptions, left.isEmpty() ? Map.of() : new Heirs(stores).of(left));
    }

    RecordStatus of(MeteringRecord record) {
        SubscriptionId id = record.billed().subscription();
        boolean takesThem =
                Option.of(subscriptions.get(id)).map(Versioned::aggregate).exists(Subscription::takesCharges);
        return takesThem || heirs.containsKey(id) ? RecordStatus.RETURNED : RecordStatus.UNSETTLED;
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
