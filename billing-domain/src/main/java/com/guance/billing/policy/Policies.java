package com.guance.billing.policy;

import java.time.Duration;

/**
 * All that a host may replace. Start from {@link #defaults()} and replace one without touching the others.
 *
 * @param sites SET-5, which clouds may pay at a site; default: the cloud that operates it
 * @param claimLife ARR-2, how long a claim may be redeemed; positive, default 4 hours
 * @param countdown LOCK-2, from lock to full lock; positive, default 14 days
 * @param metering MET-1 and MET-3, the pipeline's times
 */
public record Policies(SitePolicy sites, Duration claimLife, Duration countdown, MeteringPolicy metering) {

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if a duration is not positive
     */
    public Policies {
        positive(claimLife, "claim life");
        positive(countdown, "countdown");
    }

    /** The documented defaults. */
    public static Policies defaults() {
        return new Policies(
                SitePolicy.operatorOnly(), Duration.ofHours(4), Duration.ofDays(14), MeteringPolicy.defaults());
    }

    /** The same with another site rule. */
    public Policies withSites(SitePolicy other) {
        return new Policies(other, claimLife, countdown, metering);
    }

    /** The same with another life of a claim. */
    public Policies withClaimLife(Duration other) {
        return new Policies(sites, other, countdown, metering);
    }

    /** The same with another countdown. */
    public Policies withCountdown(Duration other) {
        return new Policies(sites, claimLife, other, metering);
    }

    /** The same with other times in metering. */
    public Policies withMetering(MeteringPolicy other) {
        return new Policies(sites, claimLife, countdown, other);
    }

    private static void positive(Duration duration, String what) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be positive, not " + duration);
        }
    }
}
