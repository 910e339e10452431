package com.guance.billing.inmemory.marketplace;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** Calls whose callers have given up, and that come through all the same. */
final class LateCalls {

    /**
     * A call on its way.
     *
     * @param at when it comes through
     * @param number what of two at one instant comes first
     */
    record Late(Instant at, long number, Supplier<?> call) {

        /** Nobody hears what becomes of it. */
        void perform() {
            try {
                var unused = call.get();
            } catch (AwsException unheard) {
                return;
            }
        }
    }

    private final PriorityQueue<Late> underWay =
            new PriorityQueue<>(Comparator.comparing(Late::at).thenComparingLong(Late::number));
    private long made;

    void add(Instant at, Supplier<?> call) {
        made++;
        underWay.add(new Late(at, made, call));
    }

    /** Takes the next that has come through by now. */
    Optional<Late> dueBy(Instant now) {
        return Optional.ofNullable(underWay.peek())
                .filter(first -> !first.at().isAfter(now))
                .map(first -> underWay.remove());
    }
}
