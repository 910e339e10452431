package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.policy.Policies;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Stores what the marketplace said of records that were sent, and what that says of their subscriptions (SUB-3…SUB-5). */
final class TakingAnswers {

    private final Transactions transactions;
    private final MarketplaceProfile profile;
    private final SubmittingPolicy policy;
    private final Unbilled.Waiting waiting;
    private final Request by;
    private final Set<SubscriptionId> denied = new HashSet<>();

    TakingAnswers(Transactions transactions, MarketplaceProfile profile, Policies policies, Instant at) {
        this.transactions = transactions;
        this.profile = profile;
        this.policy = policies.submitting();
        this.waiting = new Unbilled.Waiting(policies.ending().waits().successor(), at);
        this.by = new Request(new Actor.Marketplace(profile.marketplace()), at);
    }

    /** One answer a record, in their order; answers how many are owed no more. */
    int take(List<MeteringRecord> sent, List<MeteringAnswer> answers) {
        return take(sent, answers, record -> false);
    }

    /** The same, where some records left although a hold concerns them: what is billed ends the hold (SUB-6). */
    int take(List<MeteringRecord> sent, List<MeteringAnswer> answers, Predicate<RecordId> underHold) {
        Map<RecordId, Said> said = said(sent, answers);
        said.values().stream().filter(Said::denies).map(Said::subscription).forEach(denied::add);
        List<RecordId> corrected = said.values().stream()
                .filter(Said::accepts)
                .map(one -> one.sent().id())
                .filter(underHold)
                .toList();
        FirstFailure failures = transactions.failuresOfCounted();
        int settled = BatchOrEach.run(
                        () -> stored(said, corrected),
                        said::keySet,
                        id -> stored(
                                Map.of(id, Option.of(said.get(id)).get()),
                                corrected.stream().filter(id::equals).toList()),
                        failures)
                .stream()
                .mapToInt(count -> count)
                .sum();
        failures.rethrow();
        return settled;
    }

    private int stored(Map<RecordId, Said> said, List<RecordId> corrected) {
        return transactions.run(stores -> {
            suspect(stores, said.values());
            endHolds(stores, corrected);
            return store(stores, said);
        });
    }

    /** The subscriptions whose customer is not subscribed, as the marketplace has just said (SUB-5). */
    Set<SubscriptionId> denied() {
        return Set.copyOf(denied);
    }

    private void endHolds(Stores stores, List<RecordId> corrected) {
        if (!corrected.isEmpty()) {
            Holds holds = Holds.of(stores, corrected);
            holds.end(corrected, by);
            holds.save();
        }
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

    /** What is not billed of a customer who is not subscribed goes where somebody may be billed for it (SUB-5, MET-7). */
    private int store(Stores stores, Map<RecordId, Said> said) {
        Map<RecordId, Versioned<MeteringRecord>> found =
                ReadableEntries.records(stores, said.keySet()).found();
        List<Versioned<MeteringRecord>> denied = found.values().stream()
                .filter(read -> Option.of(said.get(read.aggregate().id())).exists(Said::denies))
                .toList();
        Unbilled unbilled = denied.isEmpty() ? Unbilled.none(stores) : Unbilled.among(stores, denied, waiting);
        List<Revision<MeteringRecord>> revisions = found.values().stream()
                .map(read -> Revision.of(
                        read,
                        Option.of(said.get(read.aggregate().id()))
                                .get()
                                .of(read.aggregate(), policy.retries(), unbilled, by)))
                .toList();
        unbilled.save(revisions);
        return settled(revisions);
    }

    private static int settled(List<Revision<MeteringRecord>> revisions) {
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

        Change<MeteringRecord> of(MeteringRecord now, Retries retries, Unbilled unbilled, Request by) {
            RecordStatus rest = denies() ? unbilled.ofDenied(now) : RecordStatus.UNSETTLED;
            return now.answered(sent.attempts(), answer, retries, rest, by);
        }

        boolean accepts() {
            return answer instanceof MeteringAnswer.Accepted;
        }

        SubscriptionId subscription() {
            return sent.billed().subscription();
        }

        boolean tellsOfSubscription() {
            return denies() || accepts();
        }

        boolean denies() {
            return answer instanceof MeteringAnswer.NotSubscribed;
        }
    }
}
