package com.guance.billing.subscription;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.Required;
import io.vavr.control.Option;

/** Why a final rating is not completed (FIN-1). */
public sealed interface FinalRatingRefusal {

    /**
     * Only staff and the Billing Center say that it is complete.
     *
     * @param actor who said so
     */
    record NotForThisActor(Actor actor) implements FinalRatingRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /** Why this request is refused, whatever subscription it names; none if its actor may say so. */
    static Option<FinalRatingRefusal> of(Request by) {
        return Option.when(!by.by().isOfVendor(), () -> new NotForThisActor(by.by()));
    }
}
