package com.guance.billing.metering;

import com.guance.billing.Request;
import com.guance.billing.metering.MeteringRecordEvent.RecordAccepted;
import com.guance.billing.metering.MeteringRecordEvent.RecordBilledAfterAll;
import com.guance.billing.metering.MeteringRecordEvent.RecordDisputed;
import com.guance.billing.metering.MeteringRecordEvent.RecordNotBilled;
import com.guance.billing.metering.MeteringRecordEvent.RecordRefused;
import com.guance.billing.metering.MeteringRecordEvent.RecordUnanswered;
import com.guance.billing.metering.MeteringRecordEvent.RecordUnprocessed;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import io.vavr.control.Option;
import java.time.Instant;

/** What the marketplace's answer makes of a record that was sent (SUB-3…SUB-6, SUB-11); none if it was settled before. */
record Answering(MeteringRecord record, Request by) {

    private static final String DUPLICATE = "DuplicateRecord";
    private static final String NOT_SUBSCRIBED = "CustomerNotSubscribed";

    /** Of a record that was not billed at all the units become what the rest says (SUB-5). */
    Option<MeteringRecordEvent> answered(int attempt, MeteringAnswer answer, Retries retries, RecordStatus rest) {
        if (isDisputedInDoubt() && answer instanceof MeteringAnswer.Accepted proof) {
            return Option.some(new RecordAccepted(id(), proof.receipt(), by));
        }
        if (isDecidedAgainst() && answer instanceof MeteringAnswer.Accepted proof) {
            return Option.some(new RecordBilledAfterAll(id(), proof.receipt(), by));
        }
        Instant sendFrom = new Sending(record, retries).after(attempt, by.at());
        return Option.when(
                isSent(),
                () -> answer.fold(
                        accepted -> new RecordAccepted(id(), accepted.receipt(), by),
                        () -> record.wasInDoubt()
                                ? new RecordAccepted(id(), DUPLICATE, by)
                                : new RecordDisputed(id(), DUPLICATE, by),
                        () -> notBilled(record.isZero() ? RecordStatus.RETURNED : rest, NOT_SUBSCRIBED),
                        () -> new RecordUnprocessed(id(), sendFrom, by),
                        () -> new RecordUnanswered(id(), sendFrom, by)));
    }

    Option<MeteringRecordEvent> rejected(BatchRejected rejected) {
        return Option.when(isSent(), () -> notBilled(RecordStatus.HELD, rejected.why()));
    }

    Option<MeteringRecordEvent> rejectedAmongOthers(int attempt) {
        Instant sendFrom = attempt < record.attempts() ? record.sendFrom() : by.at();
        return Option.when(isSent(), () -> new RecordUnprocessed(id(), sendFrom, by));
    }

    /** For a cause that says nothing against the record: it is owed as before, and backs off. */
    Option<MeteringRecordEvent> refused(int attempt, String why, Retries retries) {
        Instant sendFrom = new Sending(record, retries).after(attempt, by.at());
        return Option.when(isSent(), () -> new RecordRefused(id(), why, sendFrom, by));
    }

    /** This attempt certainly not; but an earlier one may have been. Of nothing there is nothing to dispute. */
    private MeteringRecordEvent notBilled(RecordStatus as, String why) {
        return record.wasInDoubt() && !record.isZero()
                ? new RecordDisputed(id(), why, by)
                : new RecordNotBilled(id(), as, why, by);
    }

    /** Staff have decided that the marketplace billed nothing or a part, and an attempt has no answer still. */
    private boolean isDecidedAgainst() {
        boolean isDecided = switch (record.status()) {
            case RETURNED, UNSETTLED -> true;
            case ACCEPTED -> record.units() < record.content().quantity();
            default -> false;
        };
        return isDecided && record.unanswered() > 0 && !record.isZero();
    }

    private boolean isSent() {
        return record.status() == RecordStatus.SENT;
    }

    private boolean isDisputedInDoubt() {
        return record.status() == RecordStatus.DISPUTED && record.unanswered() > 0;
    }

    private RecordId id() {
        return record.id();
    }
}
