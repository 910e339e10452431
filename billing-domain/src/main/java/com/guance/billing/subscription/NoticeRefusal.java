package com.guance.billing.subscription;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.Required;
import io.vavr.control.Option;
import java.util.function.Function;

/** Why kept notices are not shown, or not judged again (NOT-1). */
public sealed interface NoticeRefusal {

    /**
     * Only staff see notices and hand them in again.
     *
     * @param actor who asked
     */
    record NotForThisActor(Actor actor) implements NoticeRefusal {

        /** Refuses nulls. */
        public NotForThisActor {
            Required.value(actor, "actor");
        }
    }

    /**
     * No such notice is kept.
     *
     * @param notice the identity named
     */
    record NoticeUnknown(Notice.Id notice) implements NoticeRefusal {

        /** Refuses nulls. */
        public NoticeUnknown {
            Required.value(notice, "notice");
        }
    }

    /** Why this request is refused, whatever notice it names; none if its actor may see and hand in. */
    static Option<NoticeRefusal> of(Request by) {
        return Option.when(!(by.by() instanceof Actor.Staff), () -> new NotForThisActor(by.by()));
    }

    /** The case that this refusal is. */
    default <R> R fold(Function<NotForThisActor, R> actor, Function<NoticeUnknown, R> unknown) {
        return this instanceof NotForThisActor r ? actor.apply(r) : unknown.apply((NoticeUnknown) this);
    }
}
