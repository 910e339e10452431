package com.guance.billing.application;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.EventOutbox.Pending;
import com.guance.billing.ports.driving.TellEvents;
import java.util.List;
import java.util.function.Consumer;

/** Events leave by the outbox, at least once and in order. */
final class TellingEvents implements TellEvents {

    private final Transactions transactions;

    TellingEvents(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int tell(Consumer<DomainEvent> listener, int limit) {
        return transactions.run(stores -> {
            List<Pending> pending = stores.outbox().pending(limit);
            pending.forEach(entry -> listener.accept(entry.event()));
            stores.outbox().told(pending);
            return pending.size();
        });
    }
}
