package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.EventOutbox;
import java.util.List;
import java.util.stream.Collectors;

/** The outbox, in one transaction. As transactions are serial, only one is ever given pending events. */
record KeptEvents(Cell<Outbox> cell) implements EventOutbox {

    @Override
    public List<Pending> pending(int limit) {
        return cell.get()
                .untold()
                .toJavaStream()
                .limit(limit)
                .map(entry -> new Pending(entry._1(), entry._2()))
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public void told(List<Pending> told) {
        List<Long> positions = told.stream().map(Pending::position).collect(Collectors.toList());
        cell.rewrite(before -> before.without(positions));
    }
}
