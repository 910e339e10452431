package com.guance.billing.ports.driven;

import com.guance.billing.Required;

/**
 * An aggregate as a store holds it.
 *
 * @param aggregate its state
 * @param version how often it has been saved, from 1
 * @param <A> the aggregate
 */
public record Versioned<A>(A aggregate, long version) {

    /** Refuses nulls. */
    public Versioned {
        Required.value(aggregate, "aggregate");
    }
}
