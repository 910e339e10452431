package com.guance.billing.application;

import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.metering.Sendable;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Metering records, where what is saved is noted. */
record NotedRecords(MeteringRecords records, List<DomainEvent> events) implements MeteringRecords {

    @Override
    public Map<RecordId, Versioned<MeteringRecord>> find(Collection<RecordId> ids) {
        return records.find(ids);
    }

    @Override
    public void close(Closing closing) {
        records.close(closing);
        events.addAll(closing.record().events());
    }

    @Override
    public List<Versioned<MeteringRecord>> owed(Sendable which, int limit) {
        return records.owed(which, limit);
    }

    @Override
    public List<Versioned<MeteringRecord>> probes(Product product, Instant at, int limit) {
        return records.probes(product, at, limit);
    }

    @Override
    public boolean acceptedSince(Product product, Dimension dimension, Instant since) {
        return records.acceptedSince(product, dimension, since);
    }

    @Override
    public Option<MeteringRecord> lastAccepted(SubscriptionId subscription, MarketplaceCustomer customer) {
        return records.lastAccepted(subscription, customer);
    }

    @Override
    public boolean awaitsAnswer(SubscriptionId subscription) {
        return records.awaitsAnswer(subscription);
    }

    @Override
    public List<Versioned<MeteringRecord>> lapsing(Product product, Instant through, int warnings, int limit) {
        return records.lapsing(product, through, warnings, limit);
    }

    @Override
    public List<Versioned<MeteringRecord>> held(HeldRecords which, int limit) {
        return records.held(which, limit);
    }

    @Override
    public boolean anyByLicense(Product product) {
        return records.anyByLicense(product);
    }

    @Override
    public List<IdleHour> idle(IdleHours which, int limit) {
        return records.idle(which, limit);
    }

    @Override
    public List<Versioned<MeteringRecord>> made(RecordedHours which, Option<RecordId> after, int limit) {
        return records.made(which, after, limit);
    }

    @Override
    public void save(List<Revision<MeteringRecord>> revisions) {
        records.save(revisions);
        revisions.forEach(revision -> events.addAll(revision.change().events()));
    }

    @Override
    public List<Books> books(CloudAccountId account) {
        return records.books(account);
    }
}
