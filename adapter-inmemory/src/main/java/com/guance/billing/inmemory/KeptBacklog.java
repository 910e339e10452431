package com.guance.billing.inmemory;

import com.guance.billing.DomainEvent;
import com.guance.billing.metering.Destination.Unsettled;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.Tally;
import com.guance.billing.ports.driven.Backlog;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is not done yet, counted in one transaction. */
record KeptBacklog(Cell<Journal> journal, Cell<Aggregates> aggregates, Cell<Outbox> outbox) implements Backlog {

    private static final Set<RecordStatus> OPEN = Set.of(
            RecordStatus.MADE, RecordStatus.SENT, RecordStatus.HELD, RecordStatus.DISPUTED, RecordStatus.UNSETTLED);

    @Override
    public Records records(Product product) {
        List<MeteringRecord> all = journal.get()
                .records()
                .all()
                .map(Versioned::aggregate)
                .filter(record -> record.id().meter().customer().product().equals(product))
                .toList();
        Map<RecordStatus, Tally> byStatus = new EnumMap<>(RecordStatus.class);
        for (MeteringRecord record : all) {
            if (OPEN.contains(record.status())) {
                byStatus.merge(record.status(), one(record.units()), Tally::plus);
            }
            if (record.unsettledBeside() > 0) {
                byStatus.merge(RecordStatus.UNSETTLED, one(record.unsettledBeside()), Tally::plus);
            }
        }
        Option<Instant> oldest = Option.ofOptional(all.stream()
                .filter(MeteringRecord::isOwed)
                .map(record -> record.content().timestamp())
                .min(Comparator.naturalOrder()));
        return new Records(byStatus, oldest);
    }

    @Override
    public Tally unsettledCharges() {
        return journal.get()
                .charges()
                .all()
                .values()
                .toJavaStream()
                .filter(taken -> taken.destination() instanceof Unsettled)
                .map(taken -> new Tally(1, taken.charge().usage().quantity()))
                .reduce(Tally.NONE, Tally::plus);
    }

    @Override
    public int openCascades() {
        return Math.toIntExact(aggregates
                        .get()
                        .subscriptions()
                        .all()
                        .filter(subscription -> subscription.aggregate().cascadeOpen())
                        .count()
                + aggregates
                        .get()
                        .arrears()
                        .all()
                        .filter(arrears -> arrears.aggregate().cascadeOpen())
                        .count());
    }

    @Override
    public Untold untold(int most) {
        Option<DomainEvent> oldest =
                outbox.get().untold().headOption().map(entry -> entry._2().event());
        return new Untold(
                Math.min(most, outbox.get().untold().size()),
                oldest.map(DomainEvent::at),
                outbox.get().failed().size(),
                outbox.get().setAside().size());
    }

    private static Tally one(long units) {
        return new Tally(1, Quantity.whole(units));
    }
}
