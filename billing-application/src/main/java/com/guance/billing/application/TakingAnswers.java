package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Stores what the marketplace said of records that were sent, and what that says of their subscriptions (SUB-3…SUB-5). */
final class TakingAnswers {

    /** A timestamp is well inside the window if it could be sent for so long still. */
    private static final Duration NEAR = Duration.ofHours(1);

    private static final String CLOCK_SKEW = ", probably our clock and the marketplace's differ";

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
        try {
            return stored(said, corrected);
        } catch (EntryUnreadable ofSome) {
            if (said.size() == 1) {
                throw ofSome;
            }
            return storedEach(said, corrected, ofSome);
        }
    }

    private int stored(Map<RecordId, Said> said, List<RecordId> corrected) {
        return transactions.run(stores -> {
            suspect(stores, said.values());
            endHolds(stores, corrected);
            return store(stores, said);
        });
    }

    /** Where something that one answer concerns cannot be read, the others are stored all the same (REL-1). */
    private int storedEach(Map<RecordId, Said> said, List<RecordId> corrected, EntryUnreadable ofSome) {
        int settled = 0;
        boolean isMissed = false;
        for (Map.Entry<RecordId, Said> one : said.entrySet()) {
            try {
                settled += stored(
                        Map.of(one.getKey(), one.getValue()),
                        corrected.stream().filter(one.getKey()::equals).toList());
            } catch (EntryUnreadable missed) {
                isMissed = true;
            }
        }
        if (isMissed && settled == 0) {
            throw ofSome;
        }
        return settled;
    }

    /** The subscriptions whose customer is not subscribed, as the marketplace has just said (SUB-5). */
    Set<SubscriptionId> denied() {
        return Set.copyOf(denied);
    }

    /** SUB-6: the whole call was refused; a record that stood alone is the culprit. No customer was asked for: others may be (SUB-5). */
    int rejected(List<MeteringRecord> sent, BatchRejected rejected) {
        return sent.size() == 1 ? rejectedAlone(sent.get(0), rejected) : rejectedTogether(sent);
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
    int rejectedTogether(List<MeteringRecord> sent) {
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

    private int rejectedAlone(MeteringRecord sent, BatchRejected rejected) {
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

    private void endHolds(Stores stores, List<RecordId> corrected) {
        if (!corrected.isEmpty()) {
            Holds holds = Holds.of(stores, corrected);
            holds.end(corrected, by);
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

    private static int save(
            Stores stores, Set<RecordId> ids, Function<MeteringRecord, Change<MeteringRecord>> outcome) {
        List<Revision<MeteringRecord>> revisions = ReadableEntries.records(stores, ids).found().values().stream()
                .map(read -> Revision.of(read, outcome.apply(read.aggregate())))
                .toList();
        stores.meteringRecords().save(revisions);
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
