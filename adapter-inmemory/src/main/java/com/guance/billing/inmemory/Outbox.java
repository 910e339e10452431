package com.guance.billing.inmemory;

import com.guance.billing.DomainEvent;
import io.vavr.collection.TreeMap;
import java.util.List;

/** Events that have still to be told, by position. Immutable. */
record Outbox(long last, TreeMap<Long, DomainEvent> untold) {

    static Outbox empty() {
        return new Outbox(0, TreeMap.empty());
    }

    Outbox with(List<DomainEvent> events) {
        long position = last;
        TreeMap<Long, DomainEvent> more = untold;
        for (DomainEvent event : events) {
            more = more.put(++position, event);
        }
        return new Outbox(position, more);
    }

    Outbox without(List<Long> told) {
        return new Outbox(last, untold.removeAll(told));
    }
}
