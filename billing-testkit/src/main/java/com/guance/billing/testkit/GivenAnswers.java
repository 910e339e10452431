package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;

/** Metering records that have met the marketplace. */
public final class GivenAnswers {

    private static final Request CLOCK = Given.byClock(Given.NOW);
    private static final Request MARKETPLACE = Given.byMarketplace(Given.NOW);

    private GivenAnswers() {}

    /** Sent, and no answer came. */
    public static Change<MeteringRecord> unanswered(MeteringRecord record) {
        return record.sent(CLOCK);
    }

    /** Billed. */
    public static Change<MeteringRecord> accepted(MeteringRecord record) {
        return answered(unanswered(record), new MeteringAnswer.Accepted("receipt-1"));
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
        return sent.then(sent.after().rejected(new BatchRejected("InvalidTagException"), MARKETPLACE));
    }

    /** Nobody can tell what was billed. */
    public static Change<MeteringRecord> disputed(MeteringRecord record) {
        return answered(unanswered(record), new MeteringAnswer.Duplicate());
    }

    private static Change<MeteringRecord> answered(Change<MeteringRecord> sent, MeteringAnswer answer) {
        return sent.then(sent.after().answered(answer, MARKETPLACE));
    }
}
