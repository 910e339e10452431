package com.guance.billing;

import java.time.Instant;

/**
 * Who asks, and when: every command names both, every event repeats them.
 *
 * @param by the actor
 * @param at the command's instant
 */
public record Request(Actor by, Instant at) {

    /** Refuses nulls. */
    public Request {
        Required.value(by, "by");
        Required.value(at, "at");
    }
}
