package com.guance.billing.reconciliation;

import com.guance.billing.metering.RecordId;
import java.util.function.Function;

/** What a reconciliation says of one meter and hour (ASK-3). */
public sealed interface Finding {

    /** Which meter and hour. */
    RecordId record();

    /** Units that the marketplace has billed, 0 if it does not know of it. */
    long billed();

    /**
     * Both sides say the same: so many units were billed, or neither knows of any. A disputed record that was billed as it was sent
     * is matched too, and has still to be decided.
     *
     * @param ours our books
     */
    record Matched(BookedLine ours) implements Finding {

        @Override
        public RecordId record() {
            return ours.record();
        }

        @Override
        public long billed() {
            return ours.units();
        }
    }

    /**
     * We hold it billed, or cannot tell, and the marketplace does not know of it. What is in doubt was not billed, if the
     * marketplace's list is complete.
     *
     * @param ours our books
     */
    record OnlyHere(BookedLine ours) implements Finding {

        @Override
        public RecordId record() {
            return ours.record();
        }

        @Override
        public long billed() {
            return 0;
        }
    }

    /**
     * The marketplace has billed what we have no record of: somebody else meters the product.
     *
     * @param theirs the marketplace's line
     */
    record OnlyThere(BilledLine theirs) implements Finding {

        @Override
        public RecordId record() {
            return theirs.record();
        }

        @Override
        public long billed() {
            return theirs.quantity();
        }
    }

    /**
     * The marketplace has billed another quantity than our books say.
     *
     * @param ours our books
     * @param billed units that the marketplace has billed
     */
    record Different(BookedLine ours, long billed) implements Finding {

        @Override
        public RecordId record() {
            return ours.record();
        }
    }

    /** The case that this finding is. */
    default <R> R fold(
            Function<Matched, R> matched,
            Function<OnlyHere, R> onlyHere,
            Function<OnlyThere, R> onlyThere,
            Function<Different, R> different) {
        if (this instanceof Matched f) {
            return matched.apply(f);
        } else if (this instanceof OnlyHere f) {
            return onlyHere.apply(f);
        } else if (this instanceof OnlyThere f) {
            return onlyThere.apply(f);
        }
        return different.apply((Different) this);
    }
}
