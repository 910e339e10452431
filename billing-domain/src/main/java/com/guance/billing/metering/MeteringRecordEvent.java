package com.guance.billing.metering;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.Required;
import java.time.Duration;
import java.time.Instant;
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
     * @param idle whether nothing was used in its hour, and that is what it tells: 0 (MET-8)
     * @param request who and when
     */
    record RecordMade(RecordId record, BilledThrough billed, RecordContent content, boolean idle, Request request)
            implements MeteringRecordEvent {

        /**
         * Checks that nothing is nothing.
         *
         * @throws IllegalArgumentException if units of an hour are told in which nothing was used
         */
        public RecordMade {
            Required.value(record, "record");
            Required.value(billed, "billed");
            Required.value(content, "content");
            Required.value(request, "request");
            if (idle && content.quantity() > 0) {
                throw new IllegalArgumentException("an idle hour has no units: " + content);
            }
        }
    }

    /**
     * An attempt is about to leave (SUB-1).
     *
     * @param record the record
     * @param attempt 1, 2, 3 …
     * @param leasedUntil until when nobody else sends it (SUB-9)
     * @param request who and when
     */
    record RecordSent(RecordId record, int attempt, Instant leasedUntil, Request request)
            implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordSent {
            Required.value(record, "record");
            Required.value(leasedUntil, "leasedUntil");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace said that it did not bill this attempt and may be asked again (SUB-3).
     *
     * @param record the record
     * @param sendFrom when it may be asked again (SUB-7)
     * @param request who and when
     */
    record RecordUnprocessed(RecordId record, Instant sendFrom, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordUnprocessed {
            Required.value(record, "record");
            Required.value(sendFrom, "sendFrom");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace gave no answer, or none that can be read: whether it billed this attempt is in doubt (SUB-3, SUB-11).
     *
     * @param record the record
     * @param sendFrom when it may be asked again (SUB-7)
     * @param request who and when
     */
    record RecordUnanswered(RecordId record, Instant sendFrom, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordUnanswered {
            Required.value(record, "record");
            Required.value(sendFrom, "sendFrom");
            Required.value(request, "request");
        }
    }

    /**
     * The marketplace refused this attempt of the record alone, for a cause that says nothing against it: an error code that nobody
     * knows, or a clock that differs. It was not billed, and is sent again, alone and after all others (SUB-6).
     *
     * @param record the record
     * @param why the marketplace's error code, and what it probably means
     * @param sendFrom when it may be sent again (SUB-7)
     * @param request who and when
     */
    record RecordRefused(RecordId record, String why, Instant sendFrom, Request request)
            implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordRefused {
            Required.value(record, "record");
            Required.value(why, "why");
            Required.value(sendFrom, "sendFrom");
            Required.value(request, "request");
        }
    }

    /**
     * Billed by the marketplace.
     *
     * @param record the record
     * @param receipt the marketplace's id of it, or {@code DuplicateRecord} where it says so of our own earlier attempt (SUB-4)
     * @param request who and when
     */
    record RecordAccepted(RecordId record, String receipt, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordAccepted {
            Required.value(record, "record");
            Required.value(receipt, "receipt");
            Required.value(request, "request");
        }
    }

    /**
     * A mail of the vendor if it is unsettled: the marketplace did not bill it, and told so for good (SUB-5, SUB-6).
     *
     * @param record the record
     * @param as {@link RecordStatus#RETURNED}, {@link RecordStatus#UNSETTLED} or {@link RecordStatus#HELD}
     * @param why the marketplace's reason
     * @param request who and when
     */
    record RecordNotBilled(RecordId record, RecordStatus as, String why, Request request)
            implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordNotBilled {
            Required.value(record, "record");
            Required.value(as, "as");
            Required.value(why, "why");
            Required.value(request, "request");
        }
    }

    /**
     * Nobody can tell what the marketplace billed (SUB-11).
     *
     * @param record the record
     * @param why what it answered
     * @param request who and when
     */
    record RecordDisputed(RecordId record, String why, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordDisputed {
            Required.value(record, "record");
            Required.value(why, "why");
            Required.value(request, "request");
        }
    }

    /**
     * A mail of the vendor if it is unsettled: the marketplace takes no record so old (SUB-8).
     *
     * @param record the record
     * @param as {@link RecordStatus#RETURNED} or {@link RecordStatus#UNSETTLED}; {@link RecordStatus#DISPUTED} if in doubt
     * @param request who and when
     */
    record RecordExpired(RecordId record, RecordStatus as, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordExpired {
            Required.value(record, "record");
            Required.value(as, "as");
            Required.value(request, "request");
        }
    }

    /**
     * Staff say that what the marketplace rejected is corrected (SUB-6).
     *
     * @param record the record
     * @param as {@link RecordStatus#RETURNED}, or {@link RecordStatus#UNSETTLED} if its units can be metered no more
     * @param request who and when
     */
    record RecordReleased(RecordId record, RecordStatus as, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordReleased {
            Required.value(record, "record");
            Required.value(as, "as");
            Required.value(request, "request");
        }
    }

    /**
     * Staff decided what the marketplace billed (SUB-11). More than the record's quantity is overbilled, and refunded outside of
     * this library: the books count what was charged.
     *
     * @param record the record
     * @param billed the units that the marketplace billed
     * @param rest what became of the units that it did not bill, if any: {@link RecordStatus#RETURNED} or {@link RecordStatus#UNSETTLED}
     * @param request who and when
     */
    record RecordDecided(RecordId record, long billed, RecordStatus rest, Request request)
            implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordDecided {
            Required.value(record, "record");
            Required.value(rest, "rest");
            Required.value(request, "request");
        }
    }

    /**
     * What the decision that comes with it rests on (SUB-11).
     *
     * @param record the record
     * @param basis a finding, or a person's word
     * @param request who and when
     */
    record DecisionExplained(RecordId record, DecisionBasis basis, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public DecisionExplained {
            Required.value(record, "record");
            Required.value(basis, "basis");
            Required.value(request, "request");
        }
    }

    /**
     * An alarm: the marketplace confirms that it billed a record, after staff decided that it did not, or not all of it. What was
     * returned or collected by other means is billed twice (SUB-11).
     *
     * @param record the record
     * @param receipt the marketplace's id of it
     * @param request who and when
     */
    record RecordBilledAfterAll(RecordId record, String receipt, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordBilledAfterAll {
            Required.value(record, "record");
            Required.value(receipt, "receipt");
            Required.value(request, "request");
        }
    }

    /**
     * A mail of the vendor: the marketplace does not take it for much longer (SUB-8).
     *
     * @param record the record
     * @param warning 1 for the first, 2 for the last; one may be left out if time has run that far
     * @param deadline from when on the marketplace takes it no more
     * @param request who and when
     */
    record RecordWarned(RecordId record, int warning, Instant deadline, Request request)
            implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordWarned {
            Required.value(record, "record");
            Required.value(deadline, "deadline");
            Required.value(request, "request");
        }

        /** The time left when the warning was given. */
        public Duration timeLeft() {
            return Duration.between(at(), deadline);
        }
    }

    /**
     * It has more units than the host believes, and is not sent until staff release it (MET-10).
     *
     * @param record the record
     * @param most the most that is sent without a release
     * @param request who and when
     */
    record RecordTooLarge(RecordId record, long most, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordTooLarge {
            Required.value(record, "record");
            Required.value(request, "request");
        }
    }

    /**
     * Staff say that a record that is too large is right: it is sent as it is (MET-10).
     *
     * @param record the record
     * @param request who and when
     */
    record RecordAllowed(RecordId record, Request request) implements MeteringRecordEvent {

        /** Refuses nulls. */
        public RecordAllowed {
            Required.value(record, "record");
            Required.value(request, "request");
        }
    }

    /** The case that this event is. */
    default <R> R fold(
            Function<RecordMade, R> made,
            Function<RecordSent, R> sent,
            Function<RecordUnprocessed, R> unprocessed,
            Function<RecordUnanswered, R> unanswered,
            Function<RecordRefused, R> refused,
            Function<RecordAccepted, R> accepted,
            Function<RecordNotBilled, R> notBilled,
            Function<RecordDisputed, R> disputed,
            Function<RecordExpired, R> expired,
            Function<RecordReleased, R> released,
            Function<RecordDecided, R> decided,
            Function<DecisionExplained, R> explained,
            Function<RecordWarned, R> warned,
            Function<RecordBilledAfterAll, R> billedAfterAll,
            Function<RecordTooLarge, R> tooLarge,
            Function<RecordAllowed, R> allowed) {
        if (this instanceof RecordMade e) {
            return made.apply(e);
        } else if (this instanceof RecordSent e) {
            return sent.apply(e);
        } else if (this instanceof RecordUnprocessed e) {
            return unprocessed.apply(e);
        } else if (this instanceof RecordUnanswered e) {
            return unanswered.apply(e);
        } else if (this instanceof RecordRefused e) {
            return refused.apply(e);
        } else if (this instanceof RecordAccepted e) {
            return accepted.apply(e);
        } else if (this instanceof RecordNotBilled e) {
            return notBilled.apply(e);
        } else if (this instanceof RecordDisputed e) {
            return disputed.apply(e);
        } else if (this instanceof RecordExpired e) {
            return expired.apply(e);
        } else if (this instanceof RecordReleased e) {
            return released.apply(e);
        } else if (this instanceof RecordDecided e) {
            return decided.apply(e);
        } else if (this instanceof DecisionExplained e) {
            return explained.apply(e);
        } else if (this instanceof RecordWarned e) {
            return warned.apply(e);
        } else if (this instanceof RecordBilledAfterAll e) {
            return billedAfterAll.apply(e);
        } else if (this instanceof RecordTooLarge e) {
            return tooLarge.apply(e);
        }
        return allowed.apply((RecordAllowed) this);
    }
}
