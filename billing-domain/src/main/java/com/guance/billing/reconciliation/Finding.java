package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import com.guance.billing.metering.RecordId;
import io.vavr.control.Option;
import java.util.function.Function;

/** What a reconciliation says of one meter and hour (ASK-3). */
public sealed interface Finding {

    /** Which meter and hour. */
    RecordId record();

    /** Units that the marketplace has billed, 0 if it has billed none; none if nobody can say. */
    Option<Long> billed();

    /**
     * Both sides say the same: so many units were billed, or none was, which is proved. A disputed record that was billed as it was sent
     * is matched too, and has still to be decided.
     *
     * @param ours our books
     */
    record Matched(BookedLine ours) implements Finding {

        /** Refuses nulls. */
        public Matched {
            Required.value(ours, "ours");
        }

        @Override
        public RecordId record() {
            return ours.record();
        }

        @Override
        public Option<Long> billed() {
            return Option.some(ours.units());
        }
    }

    /**
     * We hold it billed, or cannot tell, and it is proved that the marketplace has not billed it: see {@link Evidence}.
     *
     * @param ours our books
     */
    record OnlyHere(BookedLine ours) implements Finding {

        /** Refuses nulls. */
        public OnlyHere {
            Required.value(ours, "ours");
        }

        @Override
        public RecordId record() {
            return ours.record();
        }

        @Override
        public Option<Long> billed() {
            return Option.some(0L);
        }
    }

    /**
     * The marketplace has billed what we have no record of: somebody else meters the product.
     *
     * @param theirs the marketplace's line, of several regions the first
     * @param units that it has billed, over all regions
     */
    record OnlyThere(BilledLine theirs, long units) implements Finding {

        /** Refuses nulls. */
        public OnlyThere {
            Required.value(theirs, "theirs");
        }

        @Override
        public RecordId record() {
            return theirs.record();
        }

        @Override
        public Option<Long> billed() {
            return Option.some(units);
        }
    }

    /**
     * The marketplace has billed another quantity than our books say.
     *
     * @param ours our books
     * @param units that the marketplace has billed, over all regions
     */
    record Different(BookedLine ours, long units) implements Finding {

        /** Refuses nulls. */
        public Different {
            Required.value(ours, "ours");
        }

        @Override
        public RecordId record() {
            return ours.record();
        }

        @Override
        public Option<Long> billed() {
            return Option.some(units);
        }
    }

    /**
     * The list does not contain it, and does not prove either that it was not billed. It takes a better export, or a person's word
     * with a reason, to decide it.
     *
     * @param ours our books
     * @param cause what is missing
     */
    record Unknown(BookedLine ours, Cause cause) implements Finding {

        /** Refuses nulls. */
        public Unknown {
            Required.value(ours, "ours");
            Required.value(cause, "cause");
        }

        /** What is missing to prove that a record was not billed. */
        public enum Cause {
            /** The host states no complete export of the metering region from the hour's start to the end of its window. */
            NOT_COVERED,
            /** The reader could not read everything that may concern the record. */
            GAP
        }

        @Override
        public RecordId record() {
            return ours.record();
        }

        @Override
        public Option<Long> billed() {
            return Option.none();
        }
    }

    /** The case that this finding is. */
    default <R> R fold(
            Function<Matched, R> matched,
            Function<OnlyHere, R> onlyHere,
            Function<OnlyThere, R> onlyThere,
            Function<Different, R> different,
            Function<Unknown, R> unknown) {
        if (this instanceof Matched f) {
            return matched.apply(f);
        } else if (this instanceof OnlyHere f) {
            return onlyHere.apply(f);
        } else if (this instanceof OnlyThere f) {
            return onlyThere.apply(f);
        } else if (this instanceof Different f) {
            return different.apply(f);
        }
        return unknown.apply((Unknown) this);
    }
}
