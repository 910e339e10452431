package com.guance.billing.inmemory;

import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.delivery.Redelivery;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.SubmissionHoldEvent;
import com.guance.billing.ports.driven.EventOutbox.Failed;
import com.guance.billing.subscription.AgreementEvent;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.collection.HashMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.List;

/** Events that have still to be told, by position, and those that were set aside. Immutable. */
record Outbox(
        long last,
        HashMap<String, Long> sequences,
        TreeMap<Long, Entry> untold,
        TreeMap<Long, Failed> failed,
        TreeMap<Long, Failed> setAside,
        Vector<Redelivery> redeliveries) {

    private static final List<Class<?>> FAMILIES = List.of(
            WorkspaceEvent.class,
            CloudAccountEvent.class,
            SubscriptionEvent.class,
            AgreementEvent.class,
            ArrearsEvent.class,
            MeteringRecordEvent.class,
            SubmissionHoldEvent.class);

    /** An event, and its number among those of its aggregate. */
    record Entry(String aggregate, long sequence, DomainEvent event) {}

    static Outbox empty() {
        return new Outbox(0, HashMap.empty(), TreeMap.empty(), TreeMap.empty(), TreeMap.empty(), Vector.empty());
    }

    Outbox with(List<DomainEvent> events) {
        long position = last;
        TreeMap<Long, Entry> more = untold;
        HashMap<String, Long> numbers = sequences;
        for (DomainEvent event : events) {
            String aggregate = aggregate(event);
            long sequence = numbers.getOrElse(aggregate, 0L) + 1;
            numbers = numbers.put(aggregate, sequence);
            more = more.put(++position, new Entry(aggregate, sequence, event));
        }
        return new Outbox(position, numbers, more, failed, setAside, redeliveries);
    }

    Outbox without(List<Long> told) {
        return new Outbox(last, sequences, untold.removeAll(told), failed.removeAll(told), setAside, redeliveries);
    }

    Outbox after(Failed attempt) {
        long position = attempt.pending().position();
        return attempt.retryAt().isDefined()
                ? new Outbox(last, sequences, untold, failed.put(position, attempt), setAside, redeliveries)
                : new Outbox(
                        last,
                        sequences,
                        untold.remove(position),
                        failed.remove(position),
                        setAside.put(position, attempt),
                        redeliveries);
    }

    Outbox again(long position, Request by) {
        return setAside.get(position)
                .map(aside -> new Outbox(
                        last,
                        sequences,
                        untold.put(
                                position,
                                new Entry(
                                        aside.pending().aggregate(),
                                        aside.pending().sequence(),
                                        aside.pending().event())),
                        failed,
                        setAside.remove(position),
                        redeliveries.append(new Redelivery(redeliveries.size() + 1, position, by))))
                .getOrElse(this);
    }

    private static String aggregate(DomainEvent event) {
        return FAMILIES.stream()
                        .filter(family -> family.isInstance(event))
                        .findFirst()
                        .map(Class::getSimpleName)
                        .orElseThrow()
                + " " + event.subject();
    }
}
