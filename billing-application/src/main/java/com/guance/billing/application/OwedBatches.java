package com.guance.billing.application;

import com.guance.billing.metering.CallSize;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Sendable;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.MarketplaceProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may be sent to a marketplace now, batch by batch, each record once a run: at most 25 records and so many bytes a call, of one
 * identity form (SUB-2). One that stayed unanswered twice, or was refused alone, comes alone, so that it blocks no other (SUB-3, SUB-6).
 * When all else was tried, the records come that find out whether the cause of a hold is corrected, each alone (SUB-6).
 */
final class OwedBatches {

    /** Records this near to their deadline come before those of other subscriptions (SUB-2). */
    private static final Duration URGENT = Duration.ofHours(2);

    /** So many are read at once: some calls of them. */
    private static final int PAGE = 4 * Marketplace.MOST_RECORDS;

    private final Transactions transactions;
    private final MarketplaceProfile profile;
    private final SubmittingPolicy policy;
    private final Instant at;
    private final Set<RecordId> tried = new HashSet<>();
    private List<MeteringRecord> page = new ArrayList<>();
    private long served;

    OwedBatches(Transactions transactions, MarketplaceProfile profile, SubmittingPolicy policy, Instant at) {
        this.transactions = transactions;
        this.profile = profile;
        this.policy = policy;
        this.at = at;
    }

    /** The next batch; empty when every record that may be sent was tried. */
    List<RecordId> next() {
        if (page.isEmpty()) {
            page = owed();
        }
        return page.isEmpty() ? probe() : batch();
    }

    /** Nothing of this batch was settled; what may be sent of it still waits for the next run. */
    void leave(List<RecordId> batch) {
        tried.addAll(batch);
    }

    /** What was read may be held, or held no longer: it is read again. */
    void readAgain() {
        page = new ArrayList<>();
    }

    private List<RecordId> batch() {
        List<MeteringRecord> batch = fitting(page.get(0));
        page.removeAll(batch);
        served += batch.size();
        return batch.stream().map(MeteringRecord::id).toList();
    }

    private List<MeteringRecord> fitting(MeteringRecord first) {
        List<MeteringRecord> batch = new ArrayList<>(List.of(first));
        long size = CallSize.atMost(first);
        for (MeteringRecord record : page.subList(1, page.size())) {
            if (isAlone(first) || isAlone(record) || batch.size() == Marketplace.MOST_RECORDS) {
                break;
            }
            if (form(record) == form(first)) {
                size += CallSize.atMost(record);
                if (size >= policy.bytesACall()) {
                    break;
                }
                batch.add(record);
            }
        }
        return batch;
    }

    private List<MeteringRecord> owed() {
        Sendable which = new Sendable(profile.product(), at, profile.newestExpired(at.plus(URGENT)), turn());
        int limit = PAGE + tried.size();
        return untried(transactions.run(stores -> stores.meteringRecords().owed(which, limit)));
    }

    private List<RecordId> probe() {
        int limit = 1 + tried.size();
        return untried(transactions.run(stores -> stores.meteringRecords().probes(profile.product(), at, limit)))
                .stream()
                .map(MeteringRecord::id)
                .limit(1)
                .toList();
    }

    private List<MeteringRecord> untried(List<Versioned<MeteringRecord>> read) {
        List<MeteringRecord> untried = new ArrayList<>();
        read.stream()
                .map(Versioned::aggregate)
                .filter(record -> !tried.contains(record.id()))
                .forEach(untried::add);
        return untried;
    }

    /** With which subscription a round begins: with another one each run, and after those that this run has served. */
    private long turn() {
        long mixed = (at.getEpochSecond() * 31 + at.getNano()) * 0x9e3779b97f4a7c15L;
        return (mixed >>> 2) + served;
    }

    private static IdentityForm form(MeteringRecord record) {
        return IdentityForm.of(record.id().meter().customer());
    }

    private static boolean isAlone(MeteringRecord record) {
        return record.unanswered() > 1 || record.isRefused();
    }
}
