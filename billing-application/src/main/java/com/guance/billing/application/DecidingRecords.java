package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordRefusal;
import com.guance.billing.metering.RecordRefusal.NotForThisActor;
import com.guance.billing.metering.RecordRefusal.RecordUnknown;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.DecideRecord;
import com.guance.billing.ports.driving.ReleaseRecords;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** SUB-6, SUB-11: what staff say of records that the marketplace did not settle. */
final class DecidingRecords implements DecideRecord, ReleaseRecords {

    private static final int CHUNK = 100;

    private final Transactions transactions;
    private final Policies policies;

    DecidingRecords(Transactions transactions, Policies policies) {
        this.transactions = transactions;
        this.policies = policies;
    }

    @Override
    public Either<RecordRefusal, MeteringRecord> accepted(
            RecordId record, long quantity, DecisionBasis basis, Request by) {
        return one(record, by, (now, rest) -> now.decided(quantity, basis, rest, by));
    }

    @Override
    public Either<RecordRefusal, MeteringRecord> notBilled(RecordId record, DecisionBasis basis, Request by) {
        return accepted(record, 0, basis, by);
    }

    @Override
    public Either<RecordRefusal, MeteringRecord> release(RecordId record, Request by) {
        return one(record, by, (now, rest) -> now.released(rest, by), DecidingRecords::endHolds);
    }

    /** REL-1: a record of which something cannot be read stays held, and stops no other. */
    @Override
    public Either<RecordRefusal, Integer> releaseAll(HeldRecords which, Request by) {
        if (!(by.by() instanceof Actor.Staff)) {
            return Either.left(new NotForThisActor(by.by()));
        }
        Transactions releasing = transactions.judgedAt(by.at());
        FirstFailure failures = transactions.failures();
        Set<RecordId> tried = new HashSet<>();
        int released = 0;
        List<RecordId> page = new ArrayList<>();
        do {
            int limit = CHUNK + tried.size() - released;
            released += BatchOrEach.run(
                            () -> releasing.run(stores -> release(stores, page(stores, which, limit, tried, page), by)),
                            () -> page,
                            id -> releasing.run(stores -> release(stores, held(stores, id), by)),
                            failures)
                    .stream()
                    .mapToInt(count -> count)
                    .sum();
        } while (tried.addAll(page));
        failures.rethrow();
        return Either.right(released);
    }

    /** The first so many that are held and were not tried; noted by their ids. */
    private static List<Versioned<MeteringRecord>> page(
            Stores stores, HeldRecords which, int limit, Set<RecordId> tried, List<RecordId> page) {
        List<Versioned<MeteringRecord>> held = stores.meteringRecords().held(which, limit).stream()
                .filter(read -> !tried.contains(read.aggregate().id()))
                .toList();
        page.clear();
        held.forEach(read -> page.add(read.aggregate().id()));
        return held;
    }

    private static List<Versioned<MeteringRecord>> held(Stores stores, RecordId id) {
        return stores.meteringRecords().find(List.of(id)).values().stream()
                .filter(read -> read.aggregate().status() == RecordStatus.HELD)
                .toList();
    }

    private int release(Stores stores, List<Versioned<MeteringRecord>> held, Request by) {
        Unbilled unbilled = Unbilled.among(stores, held, waiting(by));
        unbilled.save(held.stream()
                .map(record -> Revision.of(
                        record,
                        record.aggregate()
                                .released(unbilled.of(record.aggregate()), by)
                                .get()))
                .toList());
        endHolds(stores, held.stream().map(Versioned::aggregate).toList(), by);
        return held.size();
    }

    /** What keeps records like these unsent is corrected, too: the cause of those that were held, not that one was too large (MET-10). */
    private static void endHolds(Stores stores, List<MeteringRecord> before, Request by) {
        List<RecordId> held = before.stream()
                .filter(record -> record.status() == RecordStatus.HELD)
                .map(MeteringRecord::id)
                .toList();
        Holds holds = Holds.of(stores, held);
        holds.end(held, by);
        holds.save();
    }

    private Unbilled.Waiting waiting(Request by) {
        return new Unbilled.Waiting(policies.ending().waits().successor(), by.at());
    }

    private Either<RecordRefusal, MeteringRecord> one(RecordId id, Request by, Decision decision) {
        return one(id, by, decision, (stores, before, staff) -> {});
    }

    private Either<RecordRefusal, MeteringRecord> one(
            RecordId id, Request by, Decision decision, Afterwards afterwards) {
        if (!(by.by() instanceof Actor.Staff)) {
            return Either.left(new NotForThisActor(by.by()));
        }
        return transactions
                .judgedAt(by.at())
                .ask(stores -> Option.of(
                                stores.meteringRecords().find(List.of(id)).get(id))
                        .toEither((RecordRefusal) new RecordUnknown(id))
                        .flatMap(read -> decide(stores, read, decision, by)
                                .peek(decided -> afterwards.then(stores, List.of(read.aggregate()), by))));
    }

    private Either<RecordRefusal, MeteringRecord> decide(
            Stores stores, Versioned<MeteringRecord> read, Decision decision, Request by) {
        Unbilled unbilled = Unbilled.among(stores, List.of(read), waiting(by));
        return decision.of(read.aggregate(), unbilled.of(read.aggregate()))
                .peek(change -> unbilled.save(List.of(Revision.of(read, change))))
                .map(Change::after);
    }

    /** What is said of a record, given what becomes of units that were not billed. */
    @FunctionalInterface
    private interface Decision {
        Either<RecordRefusal, Change<MeteringRecord>> of(MeteringRecord record, RecordStatus rest);
    }

    /** What follows of a decision, given the records as they were before it. */
    @FunctionalInterface
    private interface Afterwards {
        void then(Stores stores, List<MeteringRecord> before, Request by);
    }
}
