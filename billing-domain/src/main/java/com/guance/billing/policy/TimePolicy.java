package com.guance.billing.policy;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * Which instants are possible.
 *
 * @param ownTimeAhead NOT-6, how far the own time of a notice may lie after its receipt; not negative, default 5 minutes
 * @param unconfirmedAfter LOCK-8, an instant later than so long after the last run is unconfirmed; positive, default 1 day
 * @param agreement LOCK-8, a marketplace's time confirms an instant that lies no further from it; not negative, default 5 minutes
 */
public record TimePolicy(Duration ownTimeAhead, Duration unconfirmedAfter, Duration agreement) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public TimePolicy {
        Required.value(ownTimeAhead, "ownTimeAhead");
        Required.value(unconfirmedAfter, "unconfirmedAfter");
        Required.value(agreement, "agreement");
        if (ownTimeAhead.isNegative() || agreement.isNegative()) {
            throw new IllegalArgumentException("leads and differences of times must not be negative");
        }
        Durations.positive(unconfirmedAfter, "time until an instant is unconfirmed");
    }

    /** The documented defaults. */
    public static TimePolicy defaults() {
        return new TimePolicy(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofMinutes(5));
    }

    /** The same with another lead of own times. */
    public TimePolicy withOwnTimeAhead(Duration other) {
        return new TimePolicy(other, unconfirmedAfter, agreement);
    }

    /** The same with another time until an instant is unconfirmed. */
    public TimePolicy withUnconfirmedAfter(Duration other) {
        return new TimePolicy(ownTimeAhead, other, agreement);
    }

    /** The same with another agreement of clocks. */
    public TimePolicy withAgreement(Duration other) {
        return new TimePolicy(ownTimeAhead, unconfirmedAfter, other);
    }

    /**
     * Whether an instant is certain enough for what cannot be taken back (LOCK-8).
     *
     * @param at the instant
     * @param last the last instant that was
     * @return whether it lies at most {@link #unconfirmedAfter} after that
     */
    public boolean isConfirmed(Instant at, Instant last) {
        return !at.isAfter(last.plus(unconfirmedAfter));
    }

    /**
     * Whether two clocks agree (LOCK-8).
     *
     * @param one an instant by the one
     * @param other by the other
     * @return whether they differ by at most {@link #agreement}
     */
    public boolean agree(Instant one, Instant other) {
        return !one.isAfter(other.plus(agreement)) && !other.isAfter(one.plus(agreement));
    }

    /**
     * What is wrong with the own time of a notice (NOT-6): one impossible time would make every later notice stale.
     *
     * @param ownTime by the marketplace's clock
     * @param receipt by ours
     * @return the problem; none if the time is possible
     */
    public Option<String> problem(Instant ownTime, Instant receipt) {
        if (ownTime.isBefore(EARLIEST)) {
            return Option.some("the own time " + ownTime + " lies before the year 2000");
        }
        return Option.when(
                ownTime.isAfter(receipt.plus(ownTimeAhead)),
                () -> "the own time " + ownTime + " lies more than " + ownTimeAhead + " after the receipt " + receipt);
    }
}
