package com.guance.billing.application;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SUB-1…SUB-9 in one run at one marketplace: stored as sent, then called, then the answers stored; a poison record is bisected out. */
final class SubmittingRecords {

    private final Transactions transactions;
    private final Marketplace marketplace;
    private final Instant at;
    private final boolean confirmed;
    private final OwedBatches owed;
    private final Departure departure;
    private final TakingAnswers answers;
    private final BatchRejections rejections;
    private final AlikeRefusals refusals = new AlikeRefusals();
    private boolean rateReached;
    private boolean timeAgreed;
    private boolean stopped;

    SubmittingRecords(Transactions transactions, Marketplace marketplace, Policies policies, Instant at) {
        this(transactions, marketplace, policies, at, at, true);
    }

    private SubmittingRecords(
            Transactions transactions,
            Marketplace marketplace,
            Policies policies,
            Instant at,
            Instant certain,
            boolean confirmed) {
        SubmittingPolicy policy = policies.submitting();
        this.transactions = transactions;
        this.marketplace = marketplace;
        this.at = at;
        this.confirmed = confirmed;
        this.owed = new OwedBatches(transactions, marketplace.profile(), policy, certain);
        this.departure = new Departure(transactions, marketplace.profile().callsCountedBy(), policy, certain, at);
        this.answers = new TakingAnswers(transactions, marketplace.profile(), policies, certain);
        this.rejections = new BatchRejections(transactions, marketplace.profile(), policy, certain);
    }

    /**
     * In a run whose time is unconfirmed (LOCK-8): what is sent is dated by what is certain; nothing is held, and nobody suspected, for
     * an answer, for our own clock may have caused it.
     */
    static SubmittingRecords unconfirmed(
            Transactions transactions, Marketplace marketplace, Policies policies, Instant at, Instant certain) {
        return new SubmittingRecords(transactions, marketplace, policies, at, certain, false);
    }

    /** Submits all that may be sent, each record once; answers for how many the marketplace has answered. */
    int submitDue(FirstFailure failures) {
        int settled = 0;
        for (List<RecordId> next = owed.next(); !next.isEmpty() && !isOver(); next = isOver() ? next : owed.next()) {
            List<RecordId> batch = next;
            int answered = failures.count(() -> submit(batch));
            settled += answered;
            if (answered == 0) {
                owed.leave(batch);
            }
            failures.count(this::judgeFirstBatch);
        }
        return settled;
    }

    /** Whether it ended because no further call was permitted (SUB-7). */
    boolean isRateReached() {
        return rateReached;
    }

    /** Whether the marketplace's time agreed with the run's (LOCK-8). */
    boolean isTimeAgreed() {
        return timeAgreed;
    }

    /** The subscriptions whose customer is not subscribed, as this run was told (SUB-5). */
    Set<SubscriptionId> denied() {
        return answers.denied();
    }

    private boolean isOver() {
        return rateReached || stopped;
    }

    private int submit(List<RecordId> ids) {
        Option<List<MeteringRecord>> sent = departure.of(ids);
        rateReached = sent.isEmpty();
        return sent.filter(records -> !records.isEmpty())
                .map(records -> call(records)
                        .fold(
                                rejected -> isolate(rejected, records),
                                said -> answers.take(records, certain(said), departure::isUnderHold)))
                .getOrElse(0);
    }

    private Either<BatchRejected, List<MeteringAnswer>> call(List<MeteringRecord> sent) {
        try {
            return marketplace
                    .meter(sent, time -> timeAgreed |= transactions.time().agrees(time, at))
                    .peek(answered -> refusals.otherwise());
        } catch (MarketplaceMisconfigured nothingWasBilled) {
            refusals.otherwise();
            throw backedOff(sent, new MeteringAnswer.Unprocessed(), nothingWasBilled);
        } catch (MarketplaceUnreachable neverSent) {
            throw backedOff(sent, new MeteringAnswer.Unprocessed(), neverSent);
        } catch (MarketplaceUnavailable inDoubt) {
            refusals.otherwise();
            throw backedOff(sent, new MeteringAnswer.Unanswered(), inDoubt);
        }
    }

    /** That a customer is not subscribed is asked again when the time is confirmed. */
    private List<MeteringAnswer> certain(List<MeteringAnswer> said) {
        return confirmed
                ? said
                : said.stream()
                        .map(answer -> answer instanceof MeteringAnswer.NotSubscribed
                                ? new MeteringAnswer.Unprocessed()
                                : answer)
                        .toList();
    }

    /** Where even that cannot be stored, the lease runs out (SUB-9). */
    private <F extends RuntimeException> F backedOff(List<MeteringRecord> sent, MeteringAnswer answer, F fault) {
        try {
            answers.take(sent, Collections.nCopies(sent.size(), answer));
        } catch (RuntimeException notStored) {
            fault.addSuppressed(notStored);
        }
        return fault;
    }

    /** SUB-6: nothing of the batch was billed; its halves go again until the bad record stands alone. */
    private int isolate(BatchRejected rejected, List<MeteringRecord> sent) {
        if (!confirmed) {
            rejections.together(sent);
            stopped = true;
            return 0;
        }
        int settled = rejections.take(sent, rejected);
        owed.readAgain();
        if (sent.size() == 1) {
            rejections
                    .blameless(sent.get(0), rejected)
                    .peek(why -> refusals.alone(sent.get(0), why))
                    .onEmpty(refusals::otherwise);
            return settled;
        }
        List<RecordId> ids = sent.stream().map(MeteringRecord::id).collect(Collectors.toUnmodifiableList());
        int half = ids.size() / 2;
        int first = submit(ids.subList(0, half));
        return rateReached ? first : first + submit(ids.subList(half, ids.size()));
    }

    /**
     * Where every record of the first batch was refused alike, for no fault of its own, and they are of several customers, the seller's
     * set-up is at fault: the run sends no more. If the rate ends the batch, what was sent of it decides (SUB-6, SUB-7).
     */
    private int judgeFirstBatch() {
        Option<String> ofAll = refusals.ofAll();
        refusals.otherwise();
        ofAll.forEach(why -> {
            stopped = true;
            throw new MarketplaceMisconfigured("the marketplace refuses every record: " + why, null);
        });
        return 0;
    }
}
