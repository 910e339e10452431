package com.guance.billing.inmemory;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.metering.Sendable;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Metering records and remainders, in one transaction. */
record KeptRecords(Cell<Journal> cell, Cell<Aggregates> aggregates, Cell<Outbox> outbox) implements MeteringRecords {

    private static final Comparator<RecordId> BY_HOUR =
            Comparator.comparing(RecordId::hour).thenComparing(RecordId::key);

    @Override
    public Map<RecordId, Versioned<MeteringRecord>> find(Collection<RecordId> ids) {
        return cell.get().records().find(ids);
    }

    @Override
    public void close(Closing closing) {
        save(List.of(Revision.first(closing.record())));
        cell.rewrite(before -> before.with(before.remainders().after(closing)));
    }

    @Override
    public List<Versioned<MeteringRecord>> owed(Sendable which, int limit) {
        return new SendingOrder(aggregates.get(), which)
                .of(of(which.product()).toList()).stream().limit(limit).toList();
    }

    @Override
    public List<Versioned<MeteringRecord>> probes(Product product, Instant at, int limit) {
        return new HeldBack(aggregates.get())
                .probes(of(product).toList(), at).stream().limit(limit).toList();
    }

    @Override
    public boolean acceptedSince(Product product, Dimension dimension, Instant since) {
        return of(product)
                .map(Versioned::aggregate)
                .anyMatch(record -> record.status() == RecordStatus.ACCEPTED
                        && record.id().meter().dimension().equals(dimension)
                        && !record.sendFrom().isBefore(since));
    }

    @Override
    public Option<MeteringRecord> lastAccepted(SubscriptionId subscription, MarketplaceCustomer customer) {
        return Option.ofOptional(cell.get()
                .records()
                .all()
                .map(Versioned::aggregate)
                .filter(record -> record.status() == RecordStatus.ACCEPTED
                        && record.billed().subscription().equals(subscription))
                .min(Comparator.<MeteringRecord, MeteringHour>comparing(
                                record -> record.id().hour())
                        .reversed()
                        .thenComparing(record -> record.id().meter().dimension().name())));
    }

    @Override
    public boolean awaitsAnswer(SubscriptionId subscription) {
        HeldBack held = new HeldBack(aggregates.get());
        return cell.get()
                .records()
                .all()
                .map(Versioned::aggregate)
                .filter(record ->
                        record.isOwed() && record.billed().subscription().equals(subscription))
                .anyMatch(record -> !record.tooLarge() && !held.isHeld(record));
    }

    @Override
    public List<Versioned<MeteringRecord>> lapsing(Product product, Instant through, int warnings, int limit) {
        return of(product)
                .filter(record -> record.aggregate().isOwed())
                .filter(record -> record.aggregate().warnings() < warnings)
                .filter(record -> !record.aggregate().content().timestamp().isAfter(through))
                .sorted(Comparator.<Versioned<MeteringRecord>, Instant>comparing(
                                record -> record.aggregate().content().timestamp())
                        .thenComparing(record -> record.aggregate().id().key()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public List<Versioned<MeteringRecord>> held(HeldRecords which, int limit) {
        return of(which.product())
                .filter(record -> record.aggregate().status() == RecordStatus.HELD)
                .filter(record ->
                        which.dimension().forAll(record.aggregate().id().meter().dimension()::equals))
                .filter(record ->
                        which.why().forAll(why -> record.aggregate().why().contains(why)))
                .sorted(Comparator.comparing(record -> record.aggregate().id().key()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public boolean anyByLicense(Product product) {
        return of(product).anyMatch(record -> record.aggregate().id().meter().customer() instanceof Licensed);
    }

    @Override
    public List<IdleHour> idle(IdleHours which, int limit) {
        return aggregates
                .get()
                .subscriptions()
                .all()
                .map(Versioned::aggregate)
                .filter(subscription -> subscription.customer().product().equals(which.product())
                        && IdentityForm.of(subscription.customer()) == which.form())
                .flatMap(subscription -> idle(which, subscription))
                .sorted(Comparator.comparing(IdleHour::hour)
                        .thenComparing(idle -> idle.subscription().value())
                        .thenComparing(idle -> idle.dimension().name()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    private Stream<IdleHour> idle(IdleHours which, Subscription subscription) {
        return which.hours().stream()
                .filter(hour ->
                        subscription.idleFrom().exists(from -> !hour.start().isBefore(from)))
                .flatMap(hour -> which.dimensions().stream()
                        .filter(dimension -> cell.get()
                                .records()
                                .find(new RecordId(new Meter(subscription.customer(), dimension), hour))
                                .isEmpty())
                        .filter(dimension ->
                                !new HeldBack(aggregates.get()).isHeld(new Meter(subscription.customer(), dimension)))
                        .map(dimension -> new IdleHour(subscription.id(), dimension, hour)));
    }

    @Override
    public List<Versioned<MeteringRecord>> made(RecordedHours which, Option<RecordId> after, int limit) {
        return of(which.product())
                .filter(record -> which.have(record.aggregate().id()))
                .filter(record ->
                        after.forAll(last -> BY_HOUR.compare(record.aggregate().id(), last) > 0))
                .sorted(Comparator.comparing(record -> record.aggregate().id(), BY_HOUR))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
    }

    private Stream<Versioned<MeteringRecord>> of(Product product) {
        return cell.get()
                .records()
                .all()
                .filter(record ->
                        record.aggregate().id().meter().customer().product().equals(product));
    }

    @Override
    public void save(List<Revision<MeteringRecord>> revisions) {
        cell.rewrite(before -> {
            Histories<RecordId, MeteringRecord> after = before.records();
            for (Revision<MeteringRecord> revision : revisions) {
                after = after.with(revision.change().after().id(), revision);
            }
            return before.with(after);
        });
        revisions.forEach(revision ->
                outbox.rewrite(before -> before.with(revision.change().events())));
    }

    @Override
    public List<Books> books(CloudAccountId account) {
        return new Bookkeeping(cell.get(), account).books();
    }
}
