package com.guance.billing.subscription;

import com.guance.billing.Required;
import com.guance.billing.policy.SubmittingPolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * The marketplace says of a customer whom we hold active that it is not subscribed (SUB-5). Its records are held back, and one an hour
 * is sent to ask again.
 *
 * @param since when it said so first
 * @param endsAt when it is an end, unless something is billed before
 * @param probeFrom when the next record may be sent
 */
public record Suspicion(Instant since, Instant endsAt, Instant probeFrom) {

    /** Refuses nulls. */
    public Suspicion {
        Required.value(since, "since");
        Required.value(endsAt, "endsAt");
        Required.value(probeFrom, "probeFrom");
    }

    static Suspicion of(Instant since, Duration window, SubmittingPolicy.Suspicion policy) {
        return new Suspicion(since, since.plus(policy.lasting(window)), since.plus(policy.probe()));
    }

    /** When the next probe may be sent after one was answered: as before, but when the time is over at the latest. */
    Instant nextProbe(Instant answered) {
        return probeFrom.isAfter(endsAt) && answered.isBefore(endsAt) ? endsAt : probeFrom;
    }

    Suspicion probedUntil(Instant next) {
        return new Suspicion(since, endsAt, next);
    }
}
