package com.guance.billing.ports.driven;

import com.guance.billing.Change;
import com.guance.billing.Required;

/**
 * A change on its way into a store.
 *
 * @param from the version it was made on; 0 for a birth
 * @param change what happened; without events it still makes a new version, so that whoever read the old one is stale
 * @param <A> the aggregate
 */
public record Revision<A>(long from, Change<A> change) {

    /** Refuses nulls. */
    public Revision {
        Required.value(change, "change");
    }

    /**
     * The birth of an aggregate.
     *
     * @param change its first events
     * @param <A> the aggregate
     * @return the revision
     */
    public static <A> Revision<A> first(Change<A> change) {
        return new Revision<>(0, change);
    }

    /**
     * A change of what was read.
     *
     * @param read as it was read
     * @param change what happened to it
     * @param <A> the aggregate
     * @return the revision
     */
    public static <A> Revision<A> of(Versioned<A> read, Change<A> change) {
        return new Revision<>(read.version(), change);
    }
}
