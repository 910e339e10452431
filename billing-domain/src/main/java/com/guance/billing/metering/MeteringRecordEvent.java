package com.guance.billing.metering;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import java.util.function.Function;

/** What happens to a metering record. */
public sealed interface MeteringRecordEvent extends DomainEvent {

    /** The record it happened to. */
    RecordId record();

    @Override
    default String subject() {
        return record().key();
    }

    /**
     * Made; its content never changes (MET-6).
     *
     * @param record the record
     * @param billed whose books it stands in
     * @param content what it says
     * @param request who and when
     */
    record RecordMade(RecordId record, BilledThrough billed, RecordContent content, Request request)
            implements MeteringRecordEvent {}

    /**
     * An attempt is about to leave (SUB-1).
     *
     * @param record the record
     * @param attempt 1, 2, 3 …
     * @param request who and when
     */
    record RecordSent(RecordId record, int attempt, Request request) implements MeteringRecordEvent {}

    /**
     * The marketplace said that it did not bill this attempt and may be asked again (SUB-3).
     *
     * @param record the record
     * @param request who and when
     */
    record RecordReturned(RecordId record, Request request) implements MeteringRecordEvent {}

    /**
     * Billed by the marketplace.
     *
     * @param record the record
     * @param receipt the marketplace's id of it, or {@code DuplicateRecord} where it says so of our own earlier attempt (SUB-4)
     * @param request who and when
     */
    record RecordAccepted(RecordId record, String receipt, Request request) implements MeteringRecordEvent {}

    /**
     * A mail of the vendor if it is unsettled: the marketplace did not bill it, and told so for good (SUB-5, SUB-6).
     *
     * @param record the record
     * @param as {@link RecordStatus#UNSETTLED} or {@link RecordStatus#HELD}
     * @param why the marketplace's reason
     * @param request who and when
     */
    record RecordNotBilled(RecordId record, RecordStatus as, String why, Request request)
            implements MeteringRecordEvent {}

    /**
     * Nobody can tell what the marketplace billed (SUB-11).
     *
     * @param record the record
     * @param why what it answered
     * @param request who and when
     */
    record RecordDisputed(RecordId record, String why, Request request) implements MeteringRecordEvent {}

    /** The case that this event is. */
    default <R> R fold(
            Function<RecordMade, R> made,
            Function<RecordSent, R> sent,
            Function<RecordReturned, R> returned,
            Function<RecordAccepted, R> accepted,
            Function<RecordNotBilled, R> notBilled,
            Function<RecordDisputed, R> disputed) {
        if (this instanceof RecordMade e) {
            return made.apply(e);
        } else if (this instanceof RecordSent e) {
            return sent.apply(e);
        } else if (this instanceof RecordReturned e) {
            return returned.apply(e);
        } else if (this instanceof RecordAccepted e) {
            return accepted.apply(e);
        } else if (this instanceof RecordNotBilled e) {
            return notBilled.apply(e);
        }
        return disputed.apply((RecordDisputed) this);
    }
}
