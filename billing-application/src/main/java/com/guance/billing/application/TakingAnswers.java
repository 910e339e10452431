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
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stores what the marketplace said of records that were sent, and what that says of their subscriptions (SUB-3…SUB-5). */
final class TakingAnswers {

    private final Transactions transactions;
    private final MarketplaceProfile profile;
    private final SubmittingPolicy policy;
    private final Request by;

    TakingAnswers(Transactions transactions, MarketplaceProfile profile, SubmittingPolicy policy, Instant at) {
        this.transactions = transactions;
        this.profile = profile;
        this.policy = policy;
        this.by = new Request(new Actor.Marketplace(profile.marketplace()), at);
    }

    /** One answer a record, in their order; answers how many are owed no more. */
    int take(List<MeteringRecord> sent, List<MeteringAnswer> answers) {
        return transactions.run(stores -> {
            suspect(stores, sent, answers);
            return store(
                    stores,
                    sent,
                    (record, place) ->
                            record.answered(sent.get(place).attempts(), answers.get(place), policy.retries(), by));
        });
    }

    /** SUB-6: the whole call was refused; a record that stood alone is the culprit. */
    int rejected(List<MeteringRecord> sent, BatchRejected rejected) {
        return transactions.run(stores -> store(
                stores,
                sent,
                (record, place) -> sent.size() == 1
                        ? record.rejected(rejected, by)
                        : record.rejectedAmongOthers(sent.get(place).attempts(), by)));
    }

    private static int store(Stores stores, List<MeteringRecord> sent, Outcome outcome) {
        List<RecordId> ids = sent.stream().map(MeteringRecord::id).collect(Collectors.toUnmodifiableList());
        Map<RecordId, Versioned<MeteringRecord>> found =
                stores.meteringRecords().find(ids);
        List<Revision<MeteringRecord>> revisions = new ArrayList<>();
        for (int place = 0; place < ids.size(); place++) {
            int here = place;
            Option.of(found.get(ids.get(place)))
                    .map(read -> Revision.of(read, outcome.of(read.aggregate(), here)))
                    .forEach(revisions::add);
        }
        stores.meteringRecords().save(revisions);
        return (int) revisions.stream()
                .filter(revision -> !revision.change().after().isOwed())
                .count();
    }

    private void suspect(Stores stores, List<MeteringRecord> sent, List<MeteringAnswer> answers) {
        List<Integer> telling = IntStream.range(0, sent.size())
                .boxed()
                .filter(place -> answers.get(place) instanceof MeteringAnswer.NotSubscribed
                        || answers.get(place) instanceof MeteringAnswer.Accepted)
                .toList();
        Map<SubscriptionId, Versioned<Subscription>> subscriptions = telling.isEmpty()
                ? Map.of()
                : stores.subscriptions()
                        .find(telling.stream()
                                .map(place -> sent.get(place).billed().subscription())
                                .collect(Collectors.toUnmodifiableSet()));
        subscriptions.forEach((id, subscription) -> {
            Change<Subscription> change = Change.none(subscription.aggregate());
            for (int place : telling) {
                if (sent.get(place).billed().subscription().equals(id)) {
                    change = change.then(told(change.after(), answers.get(place)));
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

    /** What becomes of the record at a place. */
    @FunctionalInterface
    private interface Outcome {
        Change<MeteringRecord> of(MeteringRecord record, int place);
    }
}
