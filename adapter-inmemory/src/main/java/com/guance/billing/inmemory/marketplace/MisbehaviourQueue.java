package com.guance.billing.inmemory.marketplace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the next calls of one operation have to suffer, first in, first out. */
final class MisbehaviourQueue {

    private final Deque<Misbehaviour> waiting = new ArrayDeque<>();

    void add(List<Misbehaviour> next) {
        waiting.addAll(next);
    }

    /** Takes the one for the call that is being made. */
    Misbehaviour next() {
        Misbehaviour first = waiting.pollFirst();
        return first == null ? Misbehaviour.none() : first;
    }
}
