package com.guance.billing.micrometer;

import com.guance.billing.ports.driving.AskHealth;
import com.guance.billing.ports.driving.Health;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The library's last answer, asked again when it is old; an answer that failed is not asked for again at once either. */
final class LastHealth {

    private final AskHealth ask;
    private final InstantSource clock;
    private final Duration fresh;
    private Instant asked = Instant.MIN;
    private Option<Health> last = Option.none();

    LastHealth(AskHealth ask, InstantSource clock, Duration fresh) {
        if (fresh.isNegative() || fresh.isZero()) {
            throw new IllegalArgumentException("the time for which an answer serves is positive");
        }
        this.ask = ask;
        this.clock = clock;
        this.fresh = fresh;
    }

    /** None if the store could not be asked. */
    synchronized Option<Health> get() {
        Instant now = clock.instant();
        if (now.isBefore(asked) || now.minus(fresh).compareTo(asked) >= 0) {
            asked = now;
            last = askedAt(now);
        }
        return last;
    }

    private Option<Health> askedAt(Instant now) {
        try {
            return Option.some(ask.health(now));
        } catch (RuntimeException unknown) {
            return Option.none();
        }
    }
}
