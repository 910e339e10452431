package com.guance.billing.inmemory.marketplace;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * A call on its way to the marketplace; while it is held, the marketplace is not.
 *
 * @param work what it does there, as of an instant
 */
record ApiCall<T>(InMemoryMarketplace marketplace, Function<Instant, T> work) implements Misbehaviour.Call<T> {

    @Override
    public T perform() {
        return marketplace.now(work);
    }

    @Override
    public void performIn(Duration delay) {
        marketplace.later(delay, work);
    }
}
