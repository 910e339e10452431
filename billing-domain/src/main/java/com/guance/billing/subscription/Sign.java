package com.guance.billing.subscription;

import java.time.Instant;
import java.util.Comparator;

/**
 * What a marketplace says of a subscription, and when it became so.
 *
 * @param kind what became so
 * @param ownTime when, by the marketplace's clock (NOT-6)
 */
public record Sign(Kind kind, Instant ownTime) implements Comparable<Sign> {

    private static final Comparator<Sign> ORDER =
            Comparator.comparing(Sign::ownTime).thenComparing(Sign::kind);

    /** The kinds, in the order in which signs of one instant count. */
    public enum Kind {
        /** The customer could not subscribe: {@code subscribe-fail}. */
        NOT_ACTIVATED,
        /** Usage may be metered: {@code subscribe-success}. */
        ACTIVATED,
        /** The first sign of the end; the final hour runs: {@code unsubscribe-pending}. */
        ENDING,
        /** The end is final: {@code unsubscribe-success}. */
        ENDED
    }

    /** When it takes effect here: its own time, or its receipt where the marketplace's clock runs ahead of ours (NOT-6). */
    Instant effective(Instant receipt) {
        return ownTime.isBefore(receipt) ? ownTime : receipt;
    }

    /** Older signs first; of one instant the one nearer to the end is the newer, so that any order of arrival ends alike. */
    @Override
    public int compareTo(Sign other) {
        return ORDER.compare(this, other);
    }
}
