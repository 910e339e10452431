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
import com.guance.billing.subscription.SubscriptionStatus;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is stored before a call leaves, so that a crash leaves its records in doubt, never unknown (SUB-1): that they are sent, and by
 * whom until when (SUB-9); the permit for the call (SUB-7); and which of them probes a suspected subscription (SUB-5) or a hold (SUB-6).
 */
final class Departure {

    private final Transactions transactions;
    private final String countedBy;
    private final SubmittingPolicy policy;
    private final Request by;
    private final Instant now;
    private final Set<RecordId> underHold = new HashSet<>();

    /**
     * Records leave at an instant.
     *
     * @param at when they leave, for all that waits for them
     * @param now the clock's time, by which calls are counted
     */
    Departure(Transactions transactions, String countedBy, SubmittingPolicy policy, Instant at, Instant now) {
        this.now = now;
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
        Holds holds = Holds.of(stores, ids(due));
        List<Versioned<MeteringRecord>> leaving = due.isEmpty() ? due : free(stores, due, holds);
        if (!leaving.isEmpty() && !stores.callPermits().take(countedBy, policy.callsASecond(), now)) {
            return Either.left(this);
        }
        holds.save();
        leaving.stream()
                .map(record -> record.aggregate().id())
                .filter(holds::concern)
                .forEach(underHold::add);
        List<Revision<MeteringRecord>> revisions = leaving.stream()
                .map(record -> Revision.of(record, record.aggregate().sent(policy.retries(), by)))
                .collect(Collectors.toUnmodifiableList());
        stores.meteringRecords().save(revisions);
        return Either.right(
                revisions.stream().map(revision -> revision.change().after()).collect(Collectors.toUnmodifiableList()));
    }

    /** Whether a hold concerns a record that has left: what is billed of it ends the hold (SUB-6). */
    boolean isUnderHold(RecordId record) {
        return underHold.contains(record);
    }

    private static List<RecordId> ids(List<Versioned<MeteringRecord>> records) {
        return records.stream().map(record -> record.aggregate().id()).toList();
    }

    /** Of a suspected subscription, and of a hold, one record goes, and only when it may be probed again; of what cannot be read all (REL-1). */
    private List<Versioned<MeteringRecord>> free(Stores stores, List<Versioned<MeteringRecord>> due, Holds holds) {
        Map<SubscriptionId, Versioned<Subscription>> subscriptions = new HashMap<>(ReadableEntries.subscriptions(
                stores,
                due.stream()
                        .map(record -> record.aggregate().billed().subscription())
                        .collect(Collectors.toUnmodifiableSet())));
        return due.stream()
                .filter(record -> {
                    SubscriptionId id = record.aggregate().billed().subscription();
                    Option<Versioned<Subscription>> payer = Option.of(subscriptions.get(id));
                    boolean goes = payer.forAll(known -> known.aggregate().maySend(by.at()))
                            && holds.letGo(record.aggregate(), payer.exists(known -> ends(known.aggregate())), by);
                    if (goes) {
                        payer.forEach(known -> subscriptions.put(id, probed(stores, known)));
                    }
                    return goes;
                })
                .collect(Collectors.toUnmodifiableList());
    }

    private static boolean ends(Subscription subscription) {
        return subscription.isOver() || subscription.status() == SubscriptionStatus.ENDING;
    }

    private Versioned<Subscription> probed(Stores stores, Versioned<Subscription> subscription) {
        Change<Subscription> probed = subscription.aggregate().probed(policy.suspicion(), by);
        if (!probed.isNone()) {
            stores.subscriptions().save(Revision.of(subscription, probed));
        }
        return new Versioned<>(probed.after(), subscription.version());
    }
}
