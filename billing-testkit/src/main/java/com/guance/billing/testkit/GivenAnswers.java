package com.guance.billing.testkit;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.DecisionBasis;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.policy.SubmittingPolicy.Retries;

/** Metering records that have met the marketplace. */
public final class GivenAnswers {

    private static final Retries RETRIES = SubmittingPolicy.defaults().retries();
    private static final Request STAFF = new Request(new Actor.Staff(new UserId("staff")), Given.NOW);

    private static final DecisionBasis BASIS = new DecisionBasis.OnWord("looked up");

    private GivenAnswers() {}

    /** Sent as soon as it may be, and no answer came. */
    public static Change<MeteringRecord> unanswered(MeteringRecord record) {
        return record.sent(RETRIES, Given.byClock(record.sendFrom()));
    }

    /** Billed. */
    public static Change<MeteringRecord> accepted(MeteringRecord record) {
        return answered(unanswered(record), new MeteringAnswer.Accepted("receipt-1"));
    }

    /** No legible answer came, and it backs off in doubt. */
    public static Change<MeteringRecord> inDoubt(MeteringRecord record) {
        return answered(unanswered(record), new MeteringAnswer.Unanswered());
    }

    /** Certainly not billed, and owed again. */
    public static Change<MeteringRecord> unprocessed(MeteringRecord record) {
        return answered(unanswered(record), new MeteringAnswer.Unprocessed());
    }

    /** Not billed, for the customer is not subscribed. */
    public static Change<MeteringRecord> unsettled(MeteringRecord record) {
        return answered(unanswered(record), new MeteringAnswer.NotSubscribed());
    }

    /** Not billed, for the marketplace rejects it. */
    public static Change<MeteringRecord> held(MeteringRecord record) {
        Change<MeteringRecord> sent = unanswered(record);
        return sent.then(sent.after()
                .rejected(
                        new BatchRejected("InvalidTagException"),
                        Given.byMarketplace(sent.after().sendFrom())));
    }

    /** Refused alone for a cause that nobody knows, and owed again. */
    public static Change<MeteringRecord> refused(MeteringRecord record) {
        Change<MeteringRecord> sent = unanswered(record);
        return sent.then(sent.after()
                .refused(
                        1,
                        "ExceptionOfTomorrow",
                        RETRIES,
                        Given.byMarketplace(sent.after().sendFrom())));
    }

    /** Decided that nothing was billed, while an attempt was unanswered; then a receipt of that comes. */
    public static Change<MeteringRecord> billedAfterAll(MeteringRecord record) {
        Change<MeteringRecord> doubt = inDoubt(record);
        Change<MeteringRecord> denied = doubt.then(unsettled(doubt.after()));
        Change<MeteringRecord> decided = denied.then(
                denied.after().decided(0, BASIS, RecordStatus.RETURNED, STAFF).get());
        return answered(decided, new MeteringAnswer.Accepted("receipt-2"));
    }

    /** Nobody can tell what was billed. */
    public static Change<MeteringRecord> disputed(MeteringRecord record) {
        return answered(unanswered(record), new MeteringAnswer.Duplicate());
    }

    /** Held, and given back when staff had corrected the cause. */
    public static Change<MeteringRecord> released(MeteringRecord record) {
        Change<MeteringRecord> held = held(record);
        return held.then(held.after().released(RecordStatus.RETURNED, STAFF).get());
    }

    /** Disputed, and decided by staff; what was not billed is returned or unsettled. */
    public static Change<MeteringRecord> decided(MeteringRecord record, long billed, RecordStatus rest) {
        Change<MeteringRecord> disputed = disputed(record);
        return disputed.then(
                disputed.after().decided(billed, BASIS, rest, STAFF).get());
    }

    /** Too old to be sent, and never sent. */
    public static Change<MeteringRecord> expired(MeteringRecord record) {
        return record.expired(RecordStatus.RETURNED, Given.byClock(record.sendFrom()));
    }

    /** Too large: owed, and not sent until staff release it (MET-10). */
    public static Change<MeteringRecord> tooLarge(MeteringRecord record) {
        return record.guarded(1, Given.byClock(record.sendFrom()));
    }

    /** Too large, and released by staff as it is (MET-10). */
    public static Change<MeteringRecord> allowed(MeteringRecord record) {
        Change<MeteringRecord> tooLarge = tooLarge(record);
        return tooLarge.then(
                tooLarge.after().released(RecordStatus.RETURNED, STAFF).get());
    }

    /** Warned of for the first time. */
    public static Change<MeteringRecord> warned(MeteringRecord record) {
        return record.warned(1, record.sendFrom().plusSeconds(60), Given.byClock(record.sendFrom()));
    }

    private static Change<MeteringRecord> answered(Change<MeteringRecord> sent, MeteringAnswer answer) {
        MeteringRecord record = sent.after();
        return sent.then(record.answered(
                record.attempts(), answer, RETRIES, RecordStatus.UNSETTLED, Given.byMarketplace(record.sendFrom())));
    }
}
