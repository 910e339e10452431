package com.guance.billing.inmemory;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Product;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Metering records and remainders, in one transaction. */
record KeptRecords(Cell<Journal> cell, Cell<Outbox> outbox) implements MeteringRecords {

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
    public List<Versioned<MeteringRecord>> owed(Product product, int limit) {
        return cell.get()
                .records()
                .all()
                .filter(record -> record.aggregate().isOwed())
                .filter(record ->
                        record.aggregate().id().meter().customer().product().equals(product))
                // stable: of as many attempts they stay in the order of hours and keys
                .sorted(Comparator.comparingInt(record -> record.aggregate().attempts()))
                .limit(limit)
                .collect(Collectors.toUnmodifiableList());
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
