package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores what the marketplace said of records that were sent, and what that says of their subscriptions (SUB-3…SUB-5). */
final class TakingAnswers {

    private final Transactions transactions;
    private final MarketplaceProfile profile;
    private final SubmittingPolicy policy;
    private final Request by;
    private final Set<SubscriptionId> denied = new HashSet<>();

    TakingAnswers(Transactions transactions, MarketplaceProfile profile, SubmittingPolicy policy, Instant at) {
        this.transactions = transactions;
        this.profile = profile;
        this.policy = policy;
        this.by = new Request(new Actor.Marketplace(profile.marketplace()), at);
    }

    /** One answer a record, in their order; answers how many are owed no more. */
    int take(List<MeteringRecord> sent, List<MeteringAnswer> answers) {
        Map<RecordId, Said> said = said(sent, answers);
        said.values().stream().filter(Said::denies).map(Said::subscription).forEach(denied::add);
        return transactions.run(stores -> {
            suspect(stores, said.values());
            return store(
                    stores,
                    ids(sent),
                    record -> Option.of(said.get(record.id())).get().of(record, policy.retries(), by));
        });
    }

    /** The subscriptions whose customer is not subscribed, as the marketplace has just said (SUB-5). */
    Set<SubscriptionId> denied() {
        return Set.copyOf(denied);
    }

    /** SUB-6: the whole call was refused; a record that stood alone is the culprit. No customer was asked for: others may be (SUB-5). */
    int rejected(List<MeteringRecord> sent, BatchRejected rejected) {
        Map<RecordId, Integer> attempts =
                sent.stream().collect(Collectors.toUnmodifiableMap(MeteringRecord::id, MeteringRecord::attempts));
        return transactions.run(stores -> {
            probeAgain(stores, sent);
            return store(
                    stores,
                    ids(sent),
                    record -> attempts.size() == 1
                            ? record.rejected(rejected, by)
                            : record.rejectedAmongOthers(
                                    Option.of(attempts.get(record.id())).get(), by));
        });
    }

    private void probeAgain(Stores stores, List<MeteringRecord> sent) {
        Set<SubscriptionId> theirs =
                sent.stream().map(record -> record.billed().subscription()).collect(Collectors.toUnmodifiableSet());
        stores.subscriptions()
                .save(ReadableEntries.subscriptions(stores, theirs).values().stream()
                        .map(read -> Revision.of(read, read.aggregate().probedInVain(by)))
                        .filter(revision -> !revision.change().isNone())
                        .toList());
    }

    /** Where there is not one answer a record nobody can tell whose is whose: all are in doubt. */
    private static Map<RecordId, Said> said(List<MeteringRecord> sent, List<MeteringAnswer> answers) {
        boolean areTheirs = sent.size() == answers.size();
        Map<RecordId, Said> said = new LinkedHashMap<>();
        for (int place = 0; place < sent.size(); place++) {
            MeteringRecord record = sent.get(place);
            said.put(record.id(), new Said(record, areTheirs ? answers.get(place) : new MeteringAnswer.Unanswered()));
        }
        return said;
    }

    private static List<RecordId> ids(List<MeteringRecord> sent) {
        return sent.stream().map(MeteringRecord::id).toList();
    }

    private static int store(
            Stores stores, List<RecordId> ids, Function<MeteringRecord, Change<MeteringRecord>> outcome) {
        Map<RecordId, Versioned<MeteringRecord>> found =
                ReadableEntries.records(stores, ids).found();
        List<Revision<MeteringRecord>> revisions = ids.stream()
                .flatMap(id -> Option.of(found.get(id)).toJavaStream())
                .map(read -> Revision.of(read, outcome.apply(read.aggregate())))
                .toList();
        stores.meteringRecords().save(revisions);
        return (int) revisions.stream()
                .filter(revision -> !revision.change().after().isOwed())
                .count();
    }

    private void suspect(Stores stores, Collection<Said> said) {
        List<Said> telling = said.stream().filter(Said::tellsOfSubscription).toList();
        Map<SubscriptionId, Versioned<Subscription>> subscriptions = ReadableEntries.subscriptions(
                stores, telling.stream().map(Said::subscription).collect(Collectors.toUnmodifiableSet()));
        subscriptions.forEach((id, subscription) -> {
            Change<Subscription> change = Change.none(subscription.aggregate());
            for (Said one : telling) {
                if (one.subscription().equals(id)) {
                    change = change.then(told(change.after(), one.answer()));
                }
            }
            if (!change.isNone()) {
                stores.subscriptions().save(Revision.of(subscription, change));
            }
        });
    }

    private Change<Subscription> told(Subscription subscription, MeteringAnswer answer) {
        return answer instanceof MeteringAnswer.Accepted
                ? subscription.metered(by)
                : subscription.notSubscribed(profile.window(), policy.suspicion(), by);
    }

    /** What was said of a record, as it was sent. */
    private record Said(MeteringRecord sent, MeteringAnswer answer) {

        Change<MeteringRecord> of(MeteringRecord now, Retries retries, Request by) {
            return now.answered(sent.attempts(), answer, retries, by);
        }

        SubscriptionId subscription() {
            return sent.billed().subscription();
        }

        boolean tellsOfSubscription() {
            return denies() || answer instanceof MeteringAnswer.Accepted;
        }

        boolean denies() {
            return answer instanceof MeteringAnswer.NotSubscribed;
        }
    }
}
