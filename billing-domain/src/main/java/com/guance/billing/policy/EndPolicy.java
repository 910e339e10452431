package com.guance.billing.policy;

import com.guance.billing.Required;
import java.time.Duration;

/**
 * What the end of a subscription means.
 *
 * @param moment END-3, when it takes effect; default: at the first sign
 * @param consequences END-9, what it brings, by cloud
 * @param waits END-3, END-5, how long it waits for what may follow
 * @param resubscription END-6, whether subscribing again restores; default: it does
 */
public record EndPolicy(EndMoment moment, EndConsequences consequences, Waits waits, Resubscription resubscription) {

    /** Refuses nulls. */
    public EndPolicy {
        Required.value(moment, "moment");
        Required.value(consequences, "consequences");
        Required.value(waits, "waits");
        Required.value(resubscription, "resubscription");
    }

    /**
     * How long an end waits for what may follow.
     *
     * @param status END-3, after a license was deprovisioned, for what became of its agreement; positive, default 30 minutes
     * @param successor END-5, for the agreement that renews or replaces the ended one; positive, default 24 hours
     * @param rating FIN-1, after the freeze, for the host to rate the final hour; positive, default 30 minutes
     */
    public record Waits(Duration status, Duration successor, Duration rating) {

        /**
         * Checks the times.
         *
         * @throws IllegalArgumentException if a duration is not positive
         */
        public Waits {
            Required.value(status, "status");
            Required.value(successor, "successor");
            Required.value(rating, "rating");
            Durations.positive(status, "wait for the status");
            Durations.positive(successor, "wait for the successor");
            Durations.positive(rating, "wait for the final rating");
        }
    }

    /** The documented defaults. */
    public static EndPolicy defaults() {
        return new EndPolicy(
                EndMoment.FIRST_SIGN,
                EndConsequences.byCloud(),
                new Waits(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(30)),
                Resubscription.RESTORES);
    }

    /** The same at another moment. */
    public EndPolicy withMoment(EndMoment other) {
        return new EndPolicy(other, consequences, waits, resubscription);
    }

    /** The same with other consequences. */
    public EndPolicy withConsequences(EndConsequences other) {
        return new EndPolicy(moment, other, waits, resubscription);
    }

    /** The same with other waits. */
    public EndPolicy withWaits(Waits other) {
        return new EndPolicy(moment, consequences, other, resubscription);
    }

    /** The same with another meaning of subscribing again. */
    public EndPolicy withResubscription(Resubscription other) {
        return new EndPolicy(moment, consequences, waits, other);
    }
}
