package com.guance.billing.metering;

import com.guance.billing.Required;
import com.guance.billing.Text;
import io.vavr.control.Option;

/** What a decision about a disputed record rests on (SUB-11). */
public sealed interface DecisionBasis {

    /** Why the person decided so, in words; none if the finding says enough. */
    Option<String> reason();

    /** What a reconciliation found of the record (ASK-3). */
    enum Found {
        /** Both sides say the same. */
        MATCHED,
        /** The marketplace's evidence is complete and does not contain it. */
        ONLY_HERE,
        /** Only the marketplace has it. */
        ONLY_THERE,
        /** The marketplace has another quantity. */
        DIFFERENT,
        /** The marketplace's evidence has gaps. */
        UNKNOWN
    }

    /**
     * A finding of a reconciliation.
     *
     * @param found what was found
     * @param reason what the person adds to it, 1–1,000 characters; none if nothing
     */
    record OnFinding(Found found, Option<String> reason) implements DecisionBasis {

        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it is blank, too long or not well-formed
         */
        public OnFinding {
            Required.value(found, "found");
            Required.option(reason, "reason");
            reason.forEach(DecisionBasis::check);
        }

        /** A finding to which nobody adds anything. */
        public OnFinding(Found found) {
            this(found, Option.none());
        }
    }

    /**
     * A person's word.
     *
     * @param because why, 1–1,000 characters
     */
    record OnWord(String because) implements DecisionBasis {

        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it is blank, too long or not well-formed
         */
        public OnWord {
            Required.value(because, "because");
            check(because);
        }

        @Override
        public Option<String> reason() {
            return Option.some(because);
        }
    }

    /** Whether it is enough to decide that nothing was billed: where nobody can tell, a person has to say why. */
    default boolean provesNotBilled() {
        return reason().isDefined() || !(this instanceof OnFinding finding) || finding.found() != Found.UNKNOWN;
    }

    private static void check(String reason) {
        String unused = Text.bounded(reason, 1_000, "reason of a decision");
    }
}
