package com.guance.billing.subscription;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What is known of a subscription's end.
 *
 * @param freeze F: since when it pays for nothing; the first sign's own time, or its receipt where the marketplace's clock runs
 *     ahead (END-3)
 * @param undecidedUntil until when the status of its agreement is waited for; none: its workspaces are to be unbound now
 * @param succeeded whether it was known, when that was decided, that another agreement follows: its workspaces await that one (END-5)
 */
public record End(Instant freeze, Option<Instant> undecidedUntil, boolean succeeded) {

    /** Refuses nulls. */
    public End {
        Required.value(freeze, "freeze");
        Required.option(undecidedUntil, "undecidedUntil");
    }

    static End decided(Instant freeze, boolean succeeded) {
        return new End(freeze, Option.none(), succeeded);
    }

    static End undecided(Instant freeze, Instant until) {
        return new End(freeze, Option.some(until), false);
    }
}
