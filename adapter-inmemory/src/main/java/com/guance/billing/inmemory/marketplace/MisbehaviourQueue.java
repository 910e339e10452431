package com.guance.billing.inmemory.marketplace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the next calls of one operation have to suffer: what was told of a call by its number, else first in, first out. */
final class MisbehaviourQueue {

    private final Deque<Misbehaviour> waiting = new ArrayDeque<>();
    private final Map<Long, Misbehaviour> byNumber = new HashMap<>();
    private long calls;

    void add(List<Misbehaviour> next) {
        waiting.addAll(next);
    }

    /** For the call that comes as the {@code number}-th from now on; 1 is the next. */
    void add(int number, Misbehaviour misbehaviour) {
        if (number < 1) {
            throw new IllegalArgumentException("calls are counted from 1: " + number);
        }
        byNumber.put(calls + number, misbehaviour);
    }

    /** Takes the one for the call that is being made. */
    Misbehaviour next() {
        calls++;
        Misbehaviour numbered = byNumber.remove(calls);
        if (numbered != null) {
            return numbered;
        }
        Misbehaviour first = waiting.pollFirst();
        return first == null ? Misbehaviour.none() : first;
    }
}
