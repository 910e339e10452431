package com.guance.billing.application;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What becomes of units that the marketplace did not bill. Those of an active subscription return to the journal and go, late, into a
 * later record (MET-7); those of another are unsettled (END-8, FIN-2): after its freeze no later hour is sure to be made.
 */
record Unbilled(Stores stores, Map<SubscriptionId, Versioned<Subscription>> subscriptions) {

    static Unbilled among(Stores stores, List<Versioned<MeteringRecord>> records) {
        return new Unbilled(
                stores,
                records.isEmpty()
                        ? Map.of()
                        : stores.subscriptions()
                                .find(records.stream()
                                        .map(record ->
                                                record.aggregate().billed().subscription())
                                        .collect(Collectors.toUnmodifiableSet())));
    }

    RecordStatus of(MeteringRecord record) {
        return Option.of(subscriptions.get(record.billed().subscription()))
                        .exists(subscription -> subscription.aggregate().isAlive())
                ? RecordStatus.RETURNED
                : RecordStatus.UNSETTLED;
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
        }
        stores.meteringRecords().save(changes);
    }
}
