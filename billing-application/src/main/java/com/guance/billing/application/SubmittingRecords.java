package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** SUB-1…SUB-6 at one marketplace: stored as sent, then called, then the answers stored; a poison record is bisected out. */
final class SubmittingRecords {

    private final Transactions transactions;
    private final Marketplace marketplace;

    SubmittingRecords(Transactions transactions, Marketplace marketplace) {
        this.transactions = transactions;
        this.marketplace = marketplace;
    }

    /** Submits all that is owed, each record once; answers for how many the marketplace has answered. */
    int submitDue(Instant at, FirstFailure failures) {
        OwedBatches owed = new OwedBatches(transactions, marketplace.profile().product());
        int settled = 0;
        for (List<RecordId> next = owed.next(); !next.isEmpty(); next = owed.next()) {
            List<RecordId> batch = next;
            int answered = failures.count(() -> submit(batch, at));
            settled += answered;
            if (answered < batch.size()) {
                owed.leave(batch);
            }
        }
        return settled;
    }

    private int submit(List<RecordId> ids, Instant at) {
        List<MeteringRecord> sent = ids.isEmpty() ? List.of() : sent(ids, clock(at));
        if (sent.isEmpty()) {
            return 0;
        }
        return call(sent, at).fold(rejected -> isolate(rejected, sent, at), answers -> answered(sent, answers, at));
    }

    /** SUB-1: stored before the call leaves, so that a crash leaves the record in doubt, never unknown. */
    private List<MeteringRecord> sent(List<RecordId> ids, Request by) {
        return transactions.run(stores -> {
            List<Revision<MeteringRecord>> revisions = loaded(stores, ids).stream()
                    .filter(record -> record.aggregate().isOwed())
                    .map(record -> Revision.of(record, record.aggregate().sent(by)))
                    .collect(Collectors.toUnmodifiableList());
            stores.meteringRecords().save(revisions);
            return revisions.stream()
                    .map(revision -> revision.change().after())
                    .collect(Collectors.toUnmodifiableList());
        });
    }

    private Either<BatchRejected, List<MeteringAnswer>> call(List<MeteringRecord> sent, Instant at) {
        try {
            return marketplace.meter(sent);
        } catch (MarketplaceMisconfigured nothingWasBilled) {
            store(sent, (record, place) -> record.answered(new MeteringAnswer.Unprocessed(), teller(at)));
            throw nothingWasBilled;
        }
    }

    private int answered(List<MeteringRecord> sent, List<MeteringAnswer> answers, Instant at) {
        return store(sent, (record, place) -> record.answered(answers.get(place), teller(at)));
    }

    /** SUB-6: nothing of the batch was billed; its halves go again until the bad record stands alone. */
    private int isolate(BatchRejected rejected, List<MeteringRecord> sent, Instant at) {
        if (sent.size() == 1) {
            return store(sent, (record, place) -> record.rejected(rejected, teller(at)));
        }
        store(sent, (record, place) -> record.answered(new MeteringAnswer.Unprocessed(), teller(at)));
        List<RecordId> ids = sent.stream().map(MeteringRecord::id).collect(Collectors.toUnmodifiableList());
        int half = ids.size() / 2;
        return submit(ids.subList(0, half), at) + submit(ids.subList(half, ids.size()), at);
    }

    /** Stores what became of the records as they are now; answers how many are owed no more. */
    private int store(List<MeteringRecord> sent, BiFunction<MeteringRecord, Integer, Change<MeteringRecord>> outcome) {
        List<RecordId> ids = sent.stream().map(MeteringRecord::id).collect(Collectors.toUnmodifiableList());
        return transactions.run(stores -> {
            List<Versioned<MeteringRecord>> read = loaded(stores, ids);
            List<Revision<MeteringRecord>> revisions = new ArrayList<>();
            for (int place = 0; place < read.size(); place++) {
                revisions.add(Revision.of(
                        read.get(place), outcome.apply(read.get(place).aggregate(), place)));
            }
            stores.meteringRecords().save(revisions);
            return (int) revisions.stream()
                    .filter(revision -> !revision.change().after().isOwed())
                    .count();
        });
    }

    private static List<Versioned<MeteringRecord>> loaded(Stores stores, List<RecordId> ids) {
        Map<RecordId, Versioned<MeteringRecord>> found =
                stores.meteringRecords().find(ids);
        return ids.stream()
                .flatMap(id -> Option.of(found.get(id)).toJavaStream())
                .collect(Collectors.toUnmodifiableList());
    }

    private Request teller(Instant at) {
        return new Request(new Actor.Marketplace(marketplace.profile().marketplace()), at);
    }

    private static Request clock(Instant at) {
        return new Request(new Actor.Clock(), at);
    }
}
