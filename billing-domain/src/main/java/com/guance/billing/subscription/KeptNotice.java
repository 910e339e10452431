package com.guance.billing.subscription;

import com.guance.billing.Request;
import com.guance.billing.Required;
import io.vavr.control.Option;

/**
 * A notice as it is kept: its text, and what it came to when it was judged (NOT-5). One that was not {@linkplain
 * NoticeOutcome#isReceived received} may be judged again; every judgement is kept beside the others (NOT-1).
 *
 * @param envelope identity, receipt and text of the copy that was judged
 * @param judgement which judgement of this notice it is, from 1
 * @param outcome what the notice came to
 * @param resubmittedBy who of the staff handed it in again, and when; none: it was delivered
 */
public record KeptNotice(
        Notice.Envelope envelope, int judgement, NoticeOutcome outcome, Option<Request> resubmittedBy) {

    /** Refuses nulls. */
    public KeptNotice {
        Required.value(envelope, "envelope");
        Required.value(outcome, "outcome");
        Required.option(resubmittedBy, "resubmittedBy");
    }

    /**
     * The first judgement of a notice that was delivered.
     *
     * @param envelope identity, receipt and text
     * @param outcome what it came to
     * @return the notice, to be kept
     */
    public static KeptNotice first(Notice.Envelope envelope, NoticeOutcome outcome) {
        return new KeptNotice(envelope, 1, outcome, Option.none());
    }

    /** Whether the same text came to the same before: nothing new to keep. */
    public boolean isRepeatedBy(Notice.Envelope copy, NoticeOutcome again) {
        return outcome.equals(again) && envelope.text().equals(copy.text());
    }
}
