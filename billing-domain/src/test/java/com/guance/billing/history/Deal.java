package com.guance.billing.history;

import com.guance.billing.subscription.Sign.Kind;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** A subscription, as plainly as it can be said. */
final class Deal {

    final int number;
    int life = 1;
    String status = "PENDING";
    Option<Instant> activatedAt = Option.none();
    boolean decided;
    Option<Instant> undecidedUntil = Option.none();
    boolean renamed;
    Kind newestKind = Kind.NOT_ACTIVATED;
    Option<Instant> newest = Option.none();
    Option<Instant> frozen = Option.none();

    Deal(int number) {
        this.number = number;
    }

    String name() {
        return number + "#" + life;
    }

    /** Whether a name is that of one of its lives. */
    boolean isNamedBy(String life) {
        return life.startsWith(number + "#");
    }

    boolean is(String other) {
        return status.equals(other);
    }

    boolean hasSuccessor() {
        return renamed || newestKind == Kind.SUPERSEDED;
    }

    boolean isStale(Kind kind, Instant at) {
        if (newest.isEmpty() || (kind == Kind.NOT_ACTIVATED && frozen.exists(at::isAfter))) {
            return false;
        } else if (rank(kind) != rank(newestKind)) {
            return rank(kind) < rank(newestKind);
        }
        int order = at.compareTo(newest.get());
        return order < 0 || (order == 0 && kind.compareTo(newestKind) <= 0);
    }

    /** How long the account is remembered after it, beyond the countdown. */
    Duration mayLockLater() {
        Duration wait = undecidedUntil.isDefined() ? Duration.ofMinutes(30) : Duration.ZERO;
        return undecidedUntil.isDefined() || hasSuccessor() ? wait.plus(Duration.ofHours(24)) : wait;
    }

    /** What a newer sign makes of it; the answer is whether workspaces are to be told. */
    boolean hear(Kind kind, Instant at, Instant now) {
        boolean again = is("ENDED") && (kind == Kind.ACTIVATED || kind == Kind.ENDING);
        if (again) {
            life++;
            status = "PENDING";
            activatedAt = Option.none();
            frozen = Option.none();
            decided = false;
            renamed = false;
        }
        if (kind == Kind.NOT_ACTIVATED) {
            return !is("ACTIVE");
        }
        newest = Option.some(at);
        newestKind = kind;
        frozen = kind == Kind.ACTIVATED ? Option.none() : frozen.orElse(Option.some(at.isBefore(now) ? at : now));
        return switch (kind) {
            case ACTIVATED -> activate(at.isBefore(now) ? at : now);
            case DEPROVISIONED, STATUS_UNKNOWN -> deprovision(now);
            case ENDED -> {
                boolean first = decide("ENDED");
                status = "ENDED";
                yield first;
            }
            default -> decide("ENDING");
        };
    }

    /** Its end is known, and its workspaces are told once. */
    boolean decide(String then) {
        boolean first = !decided;
        decided = true;
        undecidedUntil = Option.none();
        status = first ? then : status;
        return first;
    }

    private boolean activate(Instant at) {
        boolean first = !is("ACTIVE");
        status = "ACTIVE";
        activatedAt = activatedAt.orElse(Option.some(at));
        decided = false;
        undecidedUntil = Option.none();
        return first;
    }

    private boolean deprovision(Instant now) {
        if (!is("ENDING")) {
            status = "ENDING";
            undecidedUntil = Option.some(now.plus(Duration.ofMinutes(30)));
        }
        return false;
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case SUPERSEDED, CANCELLED -> 2;
            case STATUS_UNKNOWN -> 1;
            default -> 0;
        };
    }
}
