package com.guance.billing.arrears;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.Required;
import io.vavr.control.Option;

/** Why an account's arrears stay as they are (LOCK-7). */
public sealed interface ArrearsRefusal {

    /**
     * Only staff and the Billing Center say whether an account is in arrears.
     *
     * @param actor who said so
     */
    record NotForThisActor(Actor actor) implements ArrearsRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /** Why this request is refused, whatever account it names; none if its actor may say so. */
    static Option<ArrearsRefusal> of(Request by) {
        return Option.when(!by.by().isOfVendor(), () -> new NotForThisActor(by.by()));
    }
}
