package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** SUB-8: records that the marketplace takes no more, and warnings before that; in bounded chunks, each a transaction. */
final class LapsingRecords {

    private static final int CHUNK = 100;

    private final Transactions transactions;
    private final MarketplaceProfile profile;
    private final SubmittingPolicy policy;
    private final Unbilled.Waiting waiting;
    private final Request by;
    private final FirstFailure failures;

    LapsingRecords(
            Transactions transactions,
            MarketplaceProfile profile,
            Policies policies,
            Instant at,
            FirstFailure failures) {
        this.transactions = transactions;
        this.profile = profile;
        this.policy = policies.submitting();
        this.waiting = new Unbilled.Waiting(policies.ending().waits().successor(), at);
        this.by = new Request(new Actor.Clock(), at);
        this.failures = failures;
    }

    /** Records whose deadline has come; answers how many. */
    int expire() {
        return each(
                profile.newestExpired(by.at()),
                Integer.MAX_VALUE,
                (unbilled, record) -> record.expired(unbilled.of(record), by));
    }

    /** Records that have little time left; answers how many. The last warning is given in place of those before it. */
    int warn() {
        List<Duration> timesLeft = policy.alarms().timesLeft(profile.window());
        int warned = 0;
        for (int i = timesLeft.size(); i > 0; i--) {
            int warning = i;
            Instant newest = profile.newestExpired(by.at().plus(timesLeft.get(i - 1)));
            warned += each(
                    newest,
                    warning,
                    (unbilled, record) -> record.warned(
                            warning, profile.deadline(record.content().timestamp()), by));
        }
        return warned;
    }

    private int each(Instant newest, int warnings, BiFunction<Unbilled, MeteringRecord, Change<MeteringRecord>> lapse) {
        Set<RecordId> seen = new HashSet<>();
        List<RecordId> page = new ArrayList<>();
        int changed = 0;
        do {
            int limit = CHUNK + seen.size();
            changed += BatchOrEach.run(
                            () -> transactions.run(
                                    stores -> lapsed(stores, page(stores, newest, warnings, limit, seen, page), lapse)),
                            () -> page,
                            id -> transactions.run(stores -> lapsed(stores, one(stores, id), lapse)),
                            failures)
                    .stream()
                    .mapToInt(count -> count)
                    .sum();
        } while (seen.addAll(page));
        return changed;
    }

    /** The first so many that lapse and were not looked at; noted by their ids. */
    private List<Versioned<MeteringRecord>> page(
            Stores stores, Instant newest, int warnings, int limit, Set<RecordId> seen, List<RecordId> page) {
        List<Versioned<MeteringRecord>> lapsing =
                stores.meteringRecords().lapsing(profile.product(), newest, warnings, limit).stream()
                        .filter(record -> !seen.contains(record.aggregate().id()))
                        .toList();
        page.clear();
        lapsing.forEach(record -> page.add(record.aggregate().id()));
        return lapsing;
    }

    private static List<Versioned<MeteringRecord>> one(Stores stores, RecordId id) {
        return List.copyOf(stores.meteringRecords().find(List.of(id)).values());
    }

    /** Answers how many changed. */
    private int lapsed(
            Stores stores,
            List<Versioned<MeteringRecord>> page,
            BiFunction<Unbilled, MeteringRecord, Change<MeteringRecord>> lapse) {
        Unbilled unbilled = Unbilled.among(stores, page, waiting);
        List<Revision<MeteringRecord>> revisions = page.stream()
                .map(record -> Revision.of(record, lapse.apply(unbilled, record.aggregate())))
                .toList();
        unbilled.save(revisions);
        return (int) revisions.stream()
                .filter(revision -> !revision.change().isNone())
                .count();
    }
}
