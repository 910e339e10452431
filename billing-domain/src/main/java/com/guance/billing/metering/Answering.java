package com.guance.billing.metering;

import com.guance.billing.Request;
import com.guance.billing.metering.MeteringRecordEvent.RecordAccepted;
import com.guance.billing.metering.MeteringRecordEvent.RecordDisputed;
import com.guance.billing.metering.MeteringRecordEvent.RecordNotBilled;
import com.guance.billing.metering.MeteringRecordEvent.RecordUnanswered;
import com.guance.billing.metering.MeteringRecordEvent.RecordUnprocessed;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import io.vavr.control.Option;
import java.time.Instant;

/** What the marketplace's answer makes of a record that was sent (SUB-3…SUB-6, SUB-11); none if it was settled before. */
record Answering(MeteringRecord record, Request by) {

    private static final String DUPLICATE = "DuplicateRecord";
    private static final String NOT_SUBSCRIBED = "CustomerNotSubscribed";

    Option<MeteringRecordEvent> answered(int attempt, MeteringAnswer answer, Retries retries) {
        if (isDisputedInDoubt() && answer instanceof MeteringAnswer.Accepted proof) {
            return Option.some(new RecordAccepted(id(), proof.receipt(), by));
        }
        Instant sendFrom = new Sending(record, retries).after(attempt, by.at());
        return Option.when(
                isSent(),
                () -> answer.fold(
                        accepted -> new RecordAccepted(id(), accepted.receipt(), by),
                        () -> record.wasInDoubt()
                                ? new RecordAccepted(id(), DUPLICATE, by)
                                : new RecordDisputed(id(), DUPLICATE, by),
                        () -> notBilled(RecordStatus.UNSETTLED, NOT_SUBSCRIBED),
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

    /** This attempt certainly not; but an earlier one may have been. */
    private MeteringRecordEvent notBilled(RecordStatus as, String why) {
        return record.wasInDoubt() ? new RecordDisputed(id(), why, by) : new RecordNotBilled(id(), as, why, by);
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
