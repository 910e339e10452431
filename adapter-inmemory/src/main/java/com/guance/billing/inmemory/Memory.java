package com.guance.billing.inmemory;

/** Everything, as it was committed last. Immutable to the bottom. */
record Memory(
        Aggregates aggregates,
        Messages messages,
        Journal journal,
        TakenPermits permits,
        Runs runs,
        Outbox outbox,
        Unread unread) {

    static Memory empty() {
        return new Memory(
                Aggregates.none(),
                Messages.none(),
                Journal.blank(),
                TakenPermits.none(),
                Runs.none(),
                Outbox.empty(),
                Unread.none());
    }
}
