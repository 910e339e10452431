package com.guance.billing;

/** Why an instant is not confirmed (LOCK-8). */
public sealed interface TimeRefusal {

    /**
     * LOCK-8: staff and the operator's clock only.
     *
     * @param actor who asked
     */
    record NotForThisActor(Actor actor) implements TimeRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }
}
