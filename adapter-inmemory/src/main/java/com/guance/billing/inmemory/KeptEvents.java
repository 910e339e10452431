package com.guance.billing.inmemory;

import com.guance.billing.Request;
import com.guance.billing.delivery.Redelivery;
import com.guance.billing.ports.driven.EventOutbox;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The outbox, in one transaction. As transactions are serial, only one is ever given pending events. */
record KeptEvents(Cell<Outbox> cell) implements EventOutbox {

    @Override
    public List<Pending> pending(Instant at, int limit) {
        Outbox outbox = cell.get();
        Set<String> waiting = new HashSet<>();
        List<Pending> pending = new ArrayList<>();
        outbox.untold().forEach((position, entry) -> {
            Option<Failed> failed = outbox.failed().get(position);
            if (failed.flatMap(Failed::retryAt).exists(at::isBefore)) {
                waiting.add(entry.aggregate());
            }
            if (pending.size() < limit && !waiting.contains(entry.aggregate())) {
                pending.add(new Pending(
                        position,
                        entry.aggregate(),
                        entry.sequence(),
                        failed.map(Failed::failures).getOrElse(0),
                        Either.right(entry.event())));
            }
        });
        return List.copyOf(pending);
    }

    @Override
    public void told(List<Pending> told) {
        List<Long> positions = told.stream().map(Pending::position).collect(Collectors.toList());
        cell.rewrite(before -> before.without(positions));
    }

    @Override
    public void failed(List<Failed> failed) {
        failed.forEach(attempt -> cell.rewrite(before -> before.after(attempt)));
    }

    @Override
    public List<SetAside> setAside(Option<Long> after, int limit) {
        return cell.get()
                .setAside()
                .values()
                .toJavaStream()
                .filter(one -> after.forAll(last -> one.pending().position() > last))
                .limit(limit)
                .map(one -> new SetAside(
                        one.pending().position(),
                        one.pending().sequence(),
                        one.failures(),
                        one.cause(),
                        one.pending().content()))
                .toList();
    }

    @Override
    public List<Long> tellAgain(List<Long> positions, Request by) {
        List<Long> setAside = positions.stream()
                .filter(position -> cell.get().setAside().containsKey(position))
                .sorted()
                .toList();
        setAside.forEach(position -> cell.rewrite(before -> before.again(position, by)));
        return setAside;
    }

    @Override
    public List<Redelivery> redeliveries(Option<Long> after, int limit) {
        return cell.get()
                .redeliveries()
                .toJavaStream()
                .filter(one -> after.forAll(last -> one.number() > last))
                .limit(limit)
                .toList();
    }
}
