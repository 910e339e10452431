package com.guance.billing.workspace;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Who paid, and when (SET-10). 绑定
 *
 * @param method who
 * @param from since when, inclusive
 * @param until until when, exclusive; none while it is in force
 */
public record Binding(SettlementMethod method, Instant from, Option<Instant> until) {

    /** Refuses nulls. */
    public Binding {
        Required.value(method, "method");
        Required.value(from, "from");
        Required.option(until, "until");
    }

    /** Whether it was in force at an instant. */
    boolean covers(Instant at) {
        return !at.isBefore(from) && until.forAll(at::isBefore);
    }

    Binding endingAt(Instant end) {
        return new Binding(method, from, Option.some(end));
    }
}
