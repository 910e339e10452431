package com.guance.billing.ports.driven;

import com.guance.billing.Request;
import com.guance.billing.Required;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** When runs were made, over all nodes, and who confirmed that their time is right (LOCK-8). */
public interface RunTimes {

    /** The instant of the last run of any node whose time was certain, or that was confirmed since; none before the first. */
    Option<Instant> last();

    /**
     * A run whose time is certain is made.
     *
     * @param at when; one that is earlier than the last changes nothing
     */
    void ran(Instant at);

    /**
     * An instant is confirmed; it may lie before the last.
     *
     * @param by who confirms it, and the instant
     */
    void confirmed(Request by);

    /**
     * Who confirmed what; those that cannot be read are left out (REL-1).
     *
     * @param limit at most so many, at least 1
     * @return the last first
     */
    List<Confirmation> confirmations(int limit);

    /**
     * An instant that was confirmed.
     *
     * @param by who confirmed it, and the instant
     * @param before the last run before, if there was one
     */
    record Confirmation(Request by, Option<Instant> before) {

        /** Refuses nulls. */
        public Confirmation {
            Required.value(by, "by");
            Required.option(before, "before");
        }
    }
}
