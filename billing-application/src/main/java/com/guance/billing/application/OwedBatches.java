package com.guance.billing.application;

import com.guance.billing.metering.CallSize;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be sent to a marketplace now, batch by batch, each record once a run: at most 25 records of one
 * identity scheme and a megabyte a call (SUB-2). One
 * that stayed unanswered twice comes alone, so that it can hold up nobody (SUB-3).
 */
final class OwedBatches {

    private final Transactions transactions;
    private final Product product;
    private final Instant at;
    private final Set<RecordId> triedInVain = new HashSet<>();

    OwedBatches(Transactions transactions, Product product, SubmittingPolicy policy, Instant at) {
        this.transactions = transactions;
        this.product = product;
        this.at = at;
    }

    /** The next batch; empty when every record that may be sent was tried. */
    List<RecordId> next() {
        List<MeteringRecord> owed = ofOneForm(owed());
        boolean alone = owed.stream().findFirst().filter(OwedBatches::isSuspect).isPresent();
        List<RecordId> batch = new ArrayList<>();
        long size = 0;
        for (MeteringRecord record : owed) {
            size += CallSize.atMost(record);
            boolean fits = batch.isEmpty() || (!alone && !isSuspect(record) && size <= CallSize.MOST);
            if (!fits || batch.size() == Marketplace.MOST_RECORDS) {
                break;
            }
            batch.add(record.id());
        }
        return List.copyOf(batch);
    }

    /** Nothing of this batch was settled; what may be sent of it still waits for the next run. */
    void leave(List<RecordId> batch) {
        triedInVain.addAll(batch);
    }

    private List<MeteringRecord> owed() {
        int limit = Marketplace.MOST_RECORDS + triedInVain.size();
        return transactions.run(stores -> stores.meteringRecords().owed(product, at, limit).stream()
                .map(Versioned::aggregate)
                .filter(record -> !triedInVain.contains(record.id()))
                .collect(Collectors.toUnmodifiableList()));
    }

    /** Those that name their customer as the most urgent one does (SUB-2). */
    private static List<MeteringRecord> ofOneForm(List<MeteringRecord> owed) {
        return owed.stream()
                .filter(record -> isByLicense(record) == isByLicense(owed.get(0)))
                .toList();
    }

    private static boolean isByLicense(MeteringRecord record) {
        return record.id().meter().customer() instanceof MarketplaceCustomer.Licensed;
    }

    private static boolean isSuspect(MeteringRecord record) {
        return record.unanswered() > 1;
    }
}
