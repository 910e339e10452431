package com.guance.billing.subscription;

import com.guance.billing.Required;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a marketplace says of a subscription, and when it became so.
 *
 * @param kind what became so
 * @param ownTime when, by the marketplace's clock (NOT-6)
 */
public record Sign(Kind kind, Instant ownTime) implements Comparable<Sign> {

    /** Refuses nulls. */
    public Sign {
        Required.value(kind, "kind");
        Required.value(ownTime, "ownTime");
    }

    private static final Comparator<Sign> ORDER = Comparator.<Sign>comparingInt(sign -> sign.kind.weight())
            .thenComparing(Sign::ownTime)
            .thenComparing(Sign::kind);

    /** The kinds, in the order in which signs of one instant count. */
    public enum Kind {
        /** The customer could not subscribe: {@code subscribe-fail}. */
        NOT_ACTIVATED,
        /** Usage may be metered: {@code subscribe-success}, {@code License Updated}. */
        ACTIVATED,
        /** The license is gone, and why is not known yet: {@code License Deprovisioned} (END-3). */
        DEPROVISIONED,
        /** The first sign of the end; the final hour runs: {@code unsubscribe-pending}. */
        ENDING,
        /** For long the marketplace billed nothing, and said that the customer is not subscribed: not told by a notice (SUB-5). */
        INVALID,
        /** The end is final: {@code unsubscribe-success}. */
        ENDED,
        /** The agreement ended, with a status that the library does not know: {@code Purchase Agreement Ended} (END-3). */
        STATUS_UNKNOWN,
        /** The agreement ended for another to follow: {@code Purchase Agreement Ended}, RENEWED or REPLACED (END-5). */
        SUPERSEDED,
        /** The agreement ended: {@code Purchase Agreement Ended}, CANCELLED, EXPIRED or TERMINATED. */
        CANCELLED;

        /** Whether it says that the subscription ends or has ended. */
        public boolean isEnd() {
            return compareTo(DEPROVISIONED) >= 0;
        }

        /**
         * The end of an agreement counts more than anything said of its license, and a known status more than an unknown one, whatever
         * their times (NOT-3).
         */
        private int weight() {
            return switch (this) {
                case SUPERSEDED, CANCELLED -> 2;
                case STATUS_UNKNOWN -> 1;
                default -> 0;
            };
        }

        /** Whether it ends an agreement with a status that is known. */
        boolean isKnownStatus() {
            return this == SUPERSEDED || this == CANCELLED;
        }
    }

    /** When it takes effect here: its own time, or its receipt where the marketplace's clock runs ahead of ours (NOT-6). */
    Instant effective(Instant receipt) {
        return ownTime.isBefore(receipt) ? ownTime : receipt;
    }

    /**
     * Older signs first; of one instant the one nearer to the end is the newer, and the end of an agreement is newer than anything
     * said of its license, so that any order of arrival ends alike.
     */
    @Override
    public int compareTo(Sign other) {
        return ORDER.compare(this, other);
    }
}
