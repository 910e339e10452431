package com.guance.billing.metering;

import com.guance.billing.Actor;
import com.guance.billing.Required;
import java.util.function.Function;

/** Why a metering record stays as it is. */
public sealed interface RecordRefusal {

    /**
     * No such record was made.
     *
     * @param record the record named
     */
    record RecordUnknown(RecordId record) implements RecordRefusal {

        /** Refuses nulls. */
        public RecordUnknown {
            Required.value(record, "record");
        }
    }

    /**
     * SUB-6, SUB-11: staff only.
     *
     * @param actor who asked
     */
    record NotForThisActor(Actor actor) implements RecordRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /**
     * SUB-11: only what is disputed is decided, once.
     *
     * @param status what the record is
     */
    record NotDisputed(RecordStatus status) implements RecordRefusal {

        /** Refuses nulls. */
        public NotDisputed {
            Required.value(status, "status");
        }
    }

    /**
     * SUB-6, MET-10: only what is held or too large is released, once.
     *
     * @param status what the record is
     */
    record NotHeld(RecordStatus status) implements RecordRefusal {

        /** Refuses nulls. */
        public NotHeld {
            Required.value(status, "status");
        }
    }

    /**
     * SUB-11: where a finding says that nobody can tell, a person who decides that nothing was billed says why.
     *
     * @param record the record named
     */
    record ReasonNeeded(RecordId record) implements RecordRefusal {

        /** Refuses nulls. */
        public ReasonNeeded {
            Required.value(record, "record");
        }
    }

    /** The case that this refusal is. */
    default <R> R fold(
            Function<RecordUnknown, R> unknown,
            Function<NotForThisActor, R> actor,
            Function<NotDisputed, R> notDisputed,
            Function<NotHeld, R> notHeld,
            Function<ReasonNeeded, R> reasonNeeded) {
        if (this instanceof RecordUnknown r) {
            return unknown.apply(r);
        } else if (this instanceof NotForThisActor r) {
            return actor.apply(r);
        } else if (this instanceof NotDisputed r) {
            return notDisputed.apply(r);
        } else if (this instanceof NotHeld r) {
            return notHeld.apply(r);
        }
        return reasonNeeded.apply((ReasonNeeded) this);
    }
}
