package com.guance.billing.metering;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.Required;
import java.time.Instant;
import java.util.function.Function;

/** What happens to a hold of records that the marketplace would refuse. */
public sealed interface SubmissionHoldEvent extends DomainEvent {

    /** Which records it keeps unsent. */
    HoldScope scope();

    @Override
    default String subject() {
        return scope().key();
    }

    /**
     * The marketplace rejected a record alone, for a cause that later records of the scope share: they stay unsent (SUB-6).
     *
     * @param scope which records
     * @param why the marketplace's error code
     * @param record the record that was rejected
     * @param probeFrom when a record of them may be sent next, to find out whether the cause is corrected
     * @param request who and when
     */
    record HoldPlaced(HoldScope scope, String why, RecordId record, Instant probeFrom, Request request)
            implements SubmissionHoldEvent {

        /** Refuses nulls. */
        public HoldPlaced {
            Required.value(scope, "scope");
            Required.value(why, "why");
            Required.value(record, "record");
            Required.value(probeFrom, "probeFrom");
            Required.value(request, "request");
        }
    }

    /**
     * A record of them is about to be sent, to find out whether the cause is corrected (SUB-6).
     *
     * @param scope which records
     * @param record the one that is sent
     * @param probeFrom when the next may be sent
     * @param request who and when
     */
    record HoldProbed(HoldScope scope, RecordId record, Instant probeFrom, Request request)
            implements SubmissionHoldEvent {

        /** Refuses nulls. */
        public HoldProbed {
            Required.value(scope, "scope");
            Required.value(record, "record");
            Required.value(probeFrom, "probeFrom");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace rejected one more record of them alone, for the same kind of cause (SUB-6).
     *
     * @param scope which records
     * @param record the record that was rejected
     * @param request who and when
     */
    record HoldConfirmed(HoldScope scope, RecordId record, Request request) implements SubmissionHoldEvent {

        /** Refuses nulls. */
        public HoldConfirmed {
            Required.value(scope, "scope");
            Required.value(record, "record");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace billed a record of them, or staff say that the cause is corrected: they are sent again (SUB-6).
     *
     * @param scope which records
     * @param request who and when
     */
    record HoldEnded(HoldScope scope, Request request) implements SubmissionHoldEvent {

        /** Refuses nulls. */
        public HoldEnded {
            Required.value(scope, "scope");
            Required.value(request, "request");
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<HoldPlaced, R> placed,
            Function<HoldProbed, R> probed,
            Function<HoldConfirmed, R> confirmed,
            Function<HoldEnded, R> ended) {
        if (this instanceof HoldPlaced e) {
            return placed.apply(e);
        } else if (this instanceof HoldProbed e) {
            return probed.apply(e);
        } else if (this instanceof HoldConfirmed e) {
            return confirmed.apply(e);
        }
        return ended.apply((HoldEnded) this);
    }
}
