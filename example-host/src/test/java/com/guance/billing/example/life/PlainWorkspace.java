package com.guance.billing.example.life;

import com.guance.billing.example.life.Deed.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A workspace, as plainly as it can be said. */
final class PlainWorkspace {

    static final Duration COUNTDOWN = Duration.ofDays(14);

    boolean registered;
    boolean experience;
    boolean active;
    String gone = "";
    int holder;
    Who owner = Who.OWNER;
    Instant lapsesAt = Instant.MAX;

    /** Who pays: nobody, the Billing Center, or a subscription. */
    boolean byCenter;

    @Nullable
    PlainSubscription payer;

    /** What waits: for an account, and perhaps for a certain agreement. */
    int waitsFor = -1;

    /** Which registration of the account was in force when it lost its payer: a later one does not bring it back (END-7). */
    int lostUnder;

    /** Whether it has moved since it lost its payer. */
    boolean movedSince;

    int waitsForAgreement = -1;
    Instant waitsSince = Instant.MIN;
    String waitsBy = "";

    /** What ended: awaiting its successor until then, or locked by it. */
    @Nullable
    PlainSubscription ended;

    @Nullable
    Instant successorUntil;

    @Nullable
    Instant month;

    final TreeSet<String> causes = new TreeSet<>();
    Instant deadline = Instant.MAX;

    void lock(String cause, Instant at) {
        if (causes.isEmpty()) {
            deadline = at.plus(COUNTDOWN);
        }
        causes.add(cause);
    }

    void unlock(String cause) {
        causes.remove(cause);
        if (causes.isEmpty()) {
            deadline = Instant.MAX;
        }
    }

    boolean isFull(Instant now) {
        return !now.isBefore(deadline);
    }

    boolean isLockedByEnd() {
        return causes.contains("SubscriptionEnded");
    }

    boolean isUnpaid() {
        return payer == null && !byCenter;
    }

    void stopWaiting() {
        waitsFor = -1;
        waitsForAgreement = -1;
    }

    String phase(Instant now) {
        if (!gone.isEmpty()) {
            return gone;
        } else if (!causes.isEmpty()) {
            return isFull(now) ? "FULLY_LOCKED" : "LOCKED";
        } else if (!active) {
            return experience ? "EXPERIENCE" : "AWAITING_SUBSCRIPTION";
        }
        return successorUntil != null ? "AWAITING_SUCCESSOR" : "ACTIVE";
    }
}
