package com.guance.billing.subscription;

import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import java.util.List;
import java.util.function.Function;

/** What a notice came to when it was judged (NOT-5). */
public sealed interface NoticeOutcome {

    /**
     * Applied to its subscription.
     *
     * @param subscription the subscription it changed
     */
    record Applied(SubscriptionId subscription) implements NoticeOutcome {

        /** Refuses nulls. */
        public Applied {
            Required.value(subscription, "subscription");
        }
    }

    /**
     * Kept by a subscription whose buyer has not landed yet, or by an agreement whose license is not known yet: in force as soon as
     * that is (NOT-2).
     *
     * @param keeper the id of the subscription or agreement that keeps it
     */
    record Parked(String keeper) implements NoticeOutcome {

        /** Refuses nulls. */
        public Parked {
            Required.value(keeper, "keeper");
        }
    }

    /** The same message came before (NOT-1). */
    record Duplicate() implements NoticeOutcome {}

    /**
     * Older than what was applied (NOT-3).
     *
     * @param why the two signs
     */
    record Stale(StaleSign why) implements NoticeOutcome {

        /** Refuses nulls. */
        public Stale {
            Required.value(why, "why");
        }
    }

    /**
     * Recorded, nothing else.
     *
     * @param why the reason
     */
    record Ignored(String why) implements NoticeOutcome {

        /** Refuses nulls. */
        public Ignored {
            Required.value(why, "why");
        }
    }

    /**
     * Kept whole for a person.
     *
     * @param problems all that is wrong
     */
    record Malformed(List<String> problems) implements NoticeOutcome {

        /** Refuses nulls. */
        public Malformed {
            problems = Required.list(problems, "problems");
        }
    }

    /** Whether the notice was received, so that a later copy is a duplicate: neither ignored nor malformed (NOT-1). */
    default boolean isReceived() {
        return !(this instanceof Ignored) && !(this instanceof Malformed);
    }

    /** The case that this outcome is. */
    default <R> R fold(
            Function<Applied, R> applied,
            Function<Parked, R> parked,
            Function<Duplicate, R> duplicate,
            Function<Stale, R> stale,
            Function<Ignored, R> ignored,
            Function<Malformed, R> malformed) {
        if (this instanceof Applied o) {
            return applied.apply(o);
        } else if (this instanceof Parked o) {
            return parked.apply(o);
        } else if (this instanceof Duplicate o) {
            return duplicate.apply(o);
        } else if (this instanceof Stale o) {
            return stale.apply(o);
        } else if (this instanceof Ignored o) {
            return ignored.apply(o);
        }
        return malformed.apply((Malformed) this);
    }
}
