package com.guance.billing.inmemory;

import com.guance.billing.subscription.Product;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** When permits to call were taken that may still count, by product. Immutable. */
record TakenPermits(HashMap<Product, Vector<Instant>> byProduct) {

    /** A permit dated further ahead was taken by a clock that ran wrong. */
    private static final int FAR_AHEAD_SECONDS = 60;

    static TakenPermits none() {
        return new TakenPermits(HashMap.empty());
    }

    /** With one more; none if there is none. */
    Option<TakenPermits> with(Product product, int callsASecond, Instant at) {
        Vector<Instant> counting = byProduct
                .getOrElse(product, Vector.empty())
                .filter(taken ->
                        taken.isAfter(at.minusSeconds(1)) && !taken.isAfter(at.plusSeconds(FAR_AHEAD_SECONDS)));
        return Option.when(
                counting.size() < callsASecond, () -> new TakenPermits(byProduct.put(product, counting.append(at))));
    }
}
