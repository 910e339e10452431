package com.guance.billing.delivery;

import com.guance.billing.Actor;
import com.guance.billing.Required;
import java.util.function.Function;

/** Why an event is not delivered again (REL-4). */
public sealed interface RedeliveryRefusal {

    /**
     * REL-4: staff only.
     *
     * @param actor who asked
     */
    record NotForThisActor(Actor actor) implements RedeliveryRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /**
     * REL-4: only what was set aside is delivered again, and nothing at this position is.
     *
     * @param position the position named
     */
    record NotSetAside(long position) implements RedeliveryRefusal {}

    /** The case that this refusal is. */
    default <R> R fold(Function<NotForThisActor, R> actor, Function<NotSetAside, R> notSetAside) {
        return this instanceof NotForThisActor r ? actor.apply(r) : notSetAside.apply((NotSetAside) this);
    }
}
