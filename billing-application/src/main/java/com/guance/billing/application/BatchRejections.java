package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores that the marketplace refused a whole call, and holds what it would refuse again (SUB-6). */
final class BatchRejections {

    /** A timestamp is well inside the window if it could be sent for so long still. */
    private static final Duration NEAR = Duration.ofHours(1);

    private static final String CLOCK_SKEW = ", probably our clock and the marketplace's differ";

    private final Transactions transactions;
    private final MarketplaceProfile profile;
    private final SubmittingPolicy policy;
    private final Request by;

    BatchRejections(Transactions transactions, MarketplaceProfile profile, SubmittingPolicy policy, Instant at) {
        this.transactions = transactions;
        this.profile = profile;
        this.policy = policy;
        this.by = new Request(new Actor.Marketplace(profile.marketplace()), at);
    }

    /** SUB-6: the whole call was refused; a record that stood alone is the culprit. No customer was asked for: others may be (SUB-5). */
    int take(List<MeteringRecord> sent, BatchRejected rejected) {
        return sent.size() == 1 ? alone(sent.get(0), rejected) : together(sent);
    }

    /**
     * Why a record is refused, where that says nothing against it: by a code that nobody knows; or for its timestamp, although that lies
     * well inside the window by our clock, so that the clocks differ.
     */
    Option<String> blameless(MeteringRecord record, BatchRejected rejected) {
        if (!rejected.isKnown()) {
            return Option.some(rejected.why());
        }
        return Option.when(rejected.isOfTime() && isWellInside(record), () -> rejected.why() + CLOCK_SKEW);
    }

    /** The whole call was refused, and nobody can tell for which record: all are owed as before. */
    int together(List<MeteringRecord> sent) {
        Map<RecordId, Integer> attempts =
                sent.stream().collect(Collectors.toUnmodifiableMap(MeteringRecord::id, MeteringRecord::attempts));
        return transactions.run(stores -> {
            probeAgain(stores, sent);
            return save(
                    stores,
                    attempts.keySet(),
                    record -> record.rejectedAmongOthers(
                            Option.of(attempts.get(record.id())).get(), by));
        });
    }

    private int alone(MeteringRecord sent, BatchRejected rejected) {
        Option<String> blameless = blameless(sent, rejected);
        return transactions.run(stores -> {
            Option<Subscription> payer =
                    Option.ofOptional(probeAgain(stores, List.of(sent)).stream().findFirst());
            if (blameless.isEmpty()) {
                hold(stores, sent, rejected, payer);
            }
            return save(
                    stores,
                    Set.of(sent.id()),
                    record -> blameless
                            .map(why -> record.refused(sent.attempts(), why, policy.retries(), by))
                            .getOrElse(() -> record.rejected(rejected, by)));
        });
    }

    private void hold(Stores stores, MeteringRecord sent, BatchRejected rejected, Option<Subscription> payer) {
        boolean isOfKind = rejected.isOfMeter() || (rejected.isOfCustomer() && !isExplained(sent, payer));
        if (isOfKind) {
            Holds holds = Holds.of(stores, List.of(sent.id()));
            holds.rejected(sent.id(), rejected, by);
            holds.save();
        }
    }

    /** Its own date may lie outside of the life of the subscription, as the marketplace sees it: that says nothing of other records. */
    private static boolean isExplained(MeteringRecord record, Option<Subscription> payer) {
        Instant timestamp = record.content().timestamp();
        boolean isOutside = payer.exists(known -> known.payingSince().exists(timestamp::isBefore)
                || known.freeze()
                        .exists(freeze -> record.id().hour().next().start().isAfter(freeze)));
        return isOfFirstHour(record) || isOutside;
    }

    private boolean isWellInside(MeteringRecord record) {
        Instant timestamp = record.content().timestamp();
        return !isOfFirstHour(record)
                && !timestamp.isAfter(by.at())
                && by.at().plus(NEAR).isBefore(profile.deadline(timestamp));
    }

    private static boolean isOfFirstHour(MeteringRecord record) {
        return MeteringHour.of(record.billed().activatedAt()).equals(record.id().hour());
    }

    /** What was asked says nothing of whether their customers are subscribed: they may be asked again; answers their subscriptions. */
    private List<Subscription> probeAgain(Stores stores, List<MeteringRecord> sent) {
        Set<SubscriptionId> theirs =
                sent.stream().map(record -> record.billed().subscription()).collect(Collectors.toUnmodifiableSet());
        Collection<Versioned<Subscription>> read =
                ReadableEntries.subscriptions(stores, theirs).values();
        stores.subscriptions()
                .save(read.stream()
                        .map(one -> Revision.of(one, one.aggregate().probedInVain(by)))
                        .filter(revision -> !revision.change().isNone())
                        .toList());
        return read.stream().map(Versioned::aggregate).toList();
    }

    private static int save(
            Stores stores, Set<RecordId> ids, Function<MeteringRecord, Change<MeteringRecord>> outcome) {
        List<Revision<MeteringRecord>> revisions = ReadableEntries.records(stores, ids).found().values().stream()
                .map(read -> Revision.of(read, outcome.apply(read.aggregate())))
                .toList();
        stores.meteringRecords().save(revisions);
        return (int) revisions.stream()
                .filter(revision -> !revision.change().after().isOwed())
                .count();
    }
}
