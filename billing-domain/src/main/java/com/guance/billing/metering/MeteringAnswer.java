package com.guance.billing.metering;

import com.guance.billing.Required;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the marketplace says of one record (SUB-3). */
public sealed interface MeteringAnswer {

    /**
     * Billed: {@code Success}.
     *
     * @param receipt the marketplace's own id of the record
     */
    record Accepted(String receipt) implements MeteringAnswer {

        /** Refuses nulls. */
        public Accepted {
            Required.value(receipt, "receipt");
        }
    }

    /** {@code DuplicateRecord}: the hour was written before, perhaps by this very record (SUB-4). */
    record Duplicate() implements MeteringAnswer {}

    /** {@code CustomerNotSubscribed} (SUB-5). */
    record NotSubscribed() implements MeteringAnswer {}

    /** {@code UnprocessedRecords}, throttled, or never sent: certainly not billed, still owed (SUB-3). */
    record Unprocessed() implements MeteringAnswer {}

    /**
     * The marketplace answered the call, but not for this record, or not legibly: whether it was billed is in doubt, and it is
     * still owed (SUB-3, SUB-11).
     */
    record Unanswered() implements MeteringAnswer {}

    /** The case that this answer is. */
    default <R> R fold(
            Function<Accepted, R> accepted,
            Supplier<R> duplicate,
            Supplier<R> notSubscribed,
            Supplier<R> unprocessed,
            Supplier<R> unanswered) {
        if (this instanceof Accepted answer) {
            return accepted.apply(answer);
        } else if (this instanceof Duplicate) {
            return duplicate.get();
        } else if (this instanceof NotSubscribed) {
            return notSubscribed.get();
        } else if (this instanceof Unprocessed) {
            return unprocessed.get();
        }
        return unanswered.get();
    }
}
