package com.guance.billing.example.life;

import com.guance.billing.subscription.Sign.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A subscription, as plainly as it can be said. */
final class PlainSubscription {

    /** Its product, and the agreement it comes from; −1 in the legacy scheme. */
    final String product;

    final int agreement;
    final int life;
    int account = -1;
    String status = "PENDING";

    @Nullable
    Kind newestKind;

    Instant newest = Instant.MIN;
    Instant activated = Instant.MAX;

    @Nullable
    Instant undecidedUntil;

    boolean decided;

    /** Whether it ends, and pays on until the end is final. */
    boolean settles;

    /** Whether its workspaces are still to hear of its last change. */
    boolean open;

    boolean succeeded;
    int successor = -1;

    /** Whether nobody follows any more: the successor has ended. */
    boolean successorEnded;

    boolean mayBeSucceeded() {
        return successor != -1 && !successorEnded;
    }

    /** When its end began. */
    Instant frozen = Instant.MAX;

    PlainSubscription(String product, int agreement, int life) {
        this.product = product;
        this.agreement = agreement;
        this.life = life;
    }

    boolean isActive() {
        return status.equals("ACTIVE");
    }

    /** Whether it pays though it is not alive any more: its end is not decided, or not final. */
    boolean stillPays() {
        return undecidedUntil != null || settles;
    }

    boolean isOver() {
        return status.equals("ENDING") || status.equals("ENDED");
    }

    boolean isStale(Kind kind, Instant ownTime) {
        boolean next = kind == Kind.NOT_ACTIVATED && ownTime.isAfter(frozen);
        return newestKind != null
                && !next
                && (rank(kind) == rank(newestKind)
                        ? ownTime.isBefore(newest) || (ownTime.equals(newest) && kind.compareTo(newestKind) <= 0)
                        : rank(kind) < rank(newestKind));
    }

    /** What is said of an agreement's end counts above what is said of its license, and a known status above an unknown one. */
    static int rank(Kind kind) {
        return switch (kind) {
            case SUPERSEDED, CANCELLED -> 2;
            case STATUS_UNKNOWN -> 1;
            default -> 0;
        };
    }
}
