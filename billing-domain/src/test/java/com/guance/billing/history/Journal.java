package com.guance.billing.history;

import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.workspace.LockEvent.LockReminded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every event ever, in order. */
final class Journal {

    final List<DomainEvent> told = new ArrayList<>();

    final Map<String, Integer> reminders = new HashMap<>();

    <A> A saved(Change<A> change) {
        told.addAll(change.events());
        change.events().stream()
                .filter(LockReminded.class::isInstance)
                .forEach(event -> reminders.merge(event.subject(), 1, Integer::sum));
        return change.after();
    }
}
