package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is stored before a call leaves, so that a crash leaves its records in doubt, never unknown (SUB-1): that they are sent, and by
 * whom until when (SUB-9); the permit for the call (SUB-7); and which of them probes a suspected subscription (SUB-5).
 */
final class Departure {

    private final Transactions transactions;
    private final String countedBy;
    private final SubmittingPolicy policy;
    private final Request by;

    Departure(Transactions transactions, String countedBy, SubmittingPolicy policy, Instant at) {
        this.transactions = transactions;
        this.countedBy = countedBy;
        this.policy = policy;
        this.by = new Request(new Actor.Clock(), at);
    }

    /** Those of the records that leave now; none at all if no call is permitted. */
    Option<List<MeteringRecord>> of(List<RecordId> ids) {
        return transactions
                .<Departure, List<MeteringRecord>>ask(stores -> leave(stores, ids))
                .toOption();
    }

    private Either<Departure, List<MeteringRecord>> leave(Stores stores, List<RecordId> ids) {
        Map<RecordId, Versioned<MeteringRecord>> found =
                ids.isEmpty() ? Map.of() : stores.meteringRecords().find(ids);
        List<Versioned<MeteringRecord>> due = ids.stream()
                .flatMap(id -> Option.of(found.get(id)).toJavaStream())
                .filter(record -> record.aggregate().maySend(by.at()))
                .collect(Collectors.toUnmodifiableList());
        List<Versioned<MeteringRecord>> leaving = due.isEmpty() ? due : withoutSuspected(stores, due);
        if (!leaving.isEmpty() && !stores.callPermits().take(countedBy, policy.callsASecond(), by.at())) {
            return Either.left(this);
        }
        List<Revision<MeteringRecord>> revisions = leaving.stream()
                .map(record -> Revision.of(record, record.aggregate().sent(policy.retries(), by)))
                .collect(Collectors.toUnmodifiableList());
        stores.meteringRecords().save(revisions);
        return Either.right(
                revisions.stream().map(revision -> revision.change().after()).collect(Collectors.toUnmodifiableList()));
    }

    /** Of a suspected subscription one record goes, and only when it may be probed again; of one that cannot be read all (REL-1). */
    private List<Versioned<MeteringRecord>> withoutSuspected(Stores stores, List<Versioned<MeteringRecord>> due) {
        Map<SubscriptionId, Versioned<Subscription>> subscriptions = new HashMap<>(ReadableEntries.subscriptions(
                stores,
                due.stream()
                        .map(record -> record.aggregate().billed().subscription())
                        .collect(Collectors.toUnmodifiableSet())));
        return due.stream()
                .filter(record -> {
                    SubscriptionId id = record.aggregate().billed().subscription();
                    return Option.of(subscriptions.get(id))
                            .forAll(subscription -> probes(stores, subscription)
                                    .peek(probed -> subscriptions.put(id, probed))
                                    .isDefined());
                })
                .collect(Collectors.toUnmodifiableList());
    }

    private Option<Versioned<Subscription>> probes(Stores stores, Versioned<Subscription> subscription) {
        if (!subscription.aggregate().maySend(by.at())) {
            return Option.none();
        }
        Change<Subscription> probed = subscription.aggregate().probed(policy.suspicion(), by);
        if (!probed.isNone()) {
            stores.subscriptions().save(Revision.of(subscription, probed));
        }
        return Option.some(new Versioned<>(probed.after(), subscription.version()));
    }
}
