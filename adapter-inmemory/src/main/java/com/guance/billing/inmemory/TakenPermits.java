package com.guance.billing.inmemory;

import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** When permits to call were taken that may still count, by the name under which they are counted. Immutable. */
record TakenPermits(HashMap<String, Vector<Instant>> byName) {

    /** A permit dated further ahead was taken by a clock that ran wrong. */
    private static final int FAR_AHEAD_SECONDS = 60;

    static TakenPermits none() {
        return new TakenPermits(HashMap.empty());
    }

    /** With one more; none if there is none. */
    Option<TakenPermits> with(String countedBy, int callsASecond, Instant at) {
        Vector<Instant> counting = byName.getOrElse(countedBy, Vector.empty())
                .filter(taken ->
                        taken.isAfter(at.minusSeconds(1)) && !taken.isAfter(at.plusSeconds(FAR_AHEAD_SECONDS)));
        return Option.when(
                counting.size() < callsASecond, () -> new TakenPermits(byName.put(countedBy, counting.append(at))));
    }
}
