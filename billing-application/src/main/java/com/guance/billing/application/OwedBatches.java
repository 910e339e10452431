package com.guance.billing.application;

import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Product;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is owed to a marketplace, batch by batch, each record once a run. Records with the fewest attempts come first, and one that
 * stayed unanswered twice comes alone, so that it can hold up nobody (SUB-2, SUB-3).
 */
final class OwedBatches {

    private final Transactions transactions;
    private final Product product;
    private final Set<RecordId> triedInVain = new HashSet<>();

    OwedBatches(Transactions transactions, Product product) {
        this.transactions = transactions;
        this.product = product;
    }

    /** The next batch; empty when every record that is owed was tried. */
    List<RecordId> next() {
        List<MeteringRecord> owed = owed();
        boolean alone = owed.stream().findFirst().filter(OwedBatches::isSuspect).isPresent();
        return owed.stream()
                .filter(record -> alone || !isSuspect(record))
                .limit(alone ? 1 : Marketplace.MOST_RECORDS)
                .map(MeteringRecord::id)
                .collect(Collectors.toUnmodifiableList());
    }

    /** Some of this batch are owed still; they wait for the next run. */
    void leave(List<RecordId> batch) {
        triedInVain.addAll(batch);
    }

    private List<MeteringRecord> owed() {
        int limit = Marketplace.MOST_RECORDS + triedInVain.size();
        return transactions.run(stores -> stores.meteringRecords().owed(product, limit).stream()
                .map(Versioned::aggregate)
                .filter(record -> !triedInVain.contains(record.id()))
                .collect(Collectors.toUnmodifiableList()));
    }

    private static boolean isSuspect(MeteringRecord record) {
        return record.unanswered() > 1;
    }
}
