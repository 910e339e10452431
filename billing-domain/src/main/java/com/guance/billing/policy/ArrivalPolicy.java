package com.guance.billing.policy;

import com.guance.billing.Required;
import java.time.Duration;

/**
 * How long what has begun may wait for what completes it.
 *
 * @param claimLife ARR-2, how long a claim may be redeemed; positive, default 4 hours
 * @param registrationLife ARR-8, how long a workspace may await its first subscription; positive, default 14 days
 * @param waitingLife SET-13, how long a change may wait for a pending subscription; positive, default 14 days
 * @param landingLife END-7, how long a registration is remembered after the last landing of a pending subscription; positive, default 14
 *     days
 * @param claimMemory ARR-2, how long after its expiry a claim is kept, so that it is refused as used or expired and not as unknown;
 *     positive, default 7 days
 */
public record ArrivalPolicy(
        Duration claimLife,
        Duration registrationLife,
        Duration waitingLife,
        Duration landingLife,
        Duration claimMemory) {

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if a duration is not positive
     */
    public ArrivalPolicy {
        Required.value(landingLife, "landingLife");
        Required.value(claimLife, "claimLife");
        Required.value(registrationLife, "registrationLife");
        Required.value(waitingLife, "waitingLife");
        Required.value(claimMemory, "claimMemory");
        Durations.positive(claimLife, "claim life");
        Durations.positive(registrationLife, "registration life");
        Durations.positive(waitingLife, "waiting life");
        Durations.positive(landingLife, "landing life");
        Durations.positive(claimMemory, "claim memory");
    }

    /** The documented defaults. */
    public static ArrivalPolicy defaults() {
        return new ArrivalPolicy(
                Duration.ofHours(4), Duration.ofDays(14), Duration.ofDays(14), Duration.ofDays(14), Duration.ofDays(7));
    }

    /** The same with another life of a claim. */
    public ArrivalPolicy withClaimLife(Duration other) {
        return new ArrivalPolicy(other, registrationLife, waitingLife, landingLife, claimMemory);
    }

    /** The same with another life of a registration that awaits its subscription. */
    public ArrivalPolicy withRegistrationLife(Duration other) {
        return new ArrivalPolicy(claimLife, other, waitingLife, landingLife, claimMemory);
    }

    /** The same with another life of a waiting change. */
    public ArrivalPolicy withWaitingLife(Duration other) {
        return new ArrivalPolicy(claimLife, registrationLife, other, landingLife, claimMemory);
    }

    /** The same with another time for which a registration is remembered after a landing. */
    public ArrivalPolicy withLandingLife(Duration other) {
        return new ArrivalPolicy(claimLife, registrationLife, waitingLife, other, claimMemory);
    }

    /** The same with another time for which an expired claim is kept. */
    public ArrivalPolicy withClaimMemory(Duration other) {
        return new ArrivalPolicy(claimLife, registrationLife, waitingLife, landingLife, other);
    }
}
