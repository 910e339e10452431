package com.guance.billing.inmemory.marketplace;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Result;
import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was billed: the first write of an hour stands for ever, nothing is added to it or amended (MET-3, MET-6). */
final class Ledger {

    private final IdenticalResend identicalResend;
    private final Map<BilledUsage.Hour, BilledUsage> billed = new LinkedHashMap<>();

    Ledger(IdenticalResend identicalResend) {
        this.identicalResend = identicalResend;
    }

    /** Bills the record, unless its hour was billed before; other allocations alone do not make a resend another record. */
    Result write(UsageRecord record, BilledUsage.Hour hour) {
        BilledUsage before = billed.get(hour);
        if (before == null) {
            return Result.success(record, bill(hour, record));
        }
        boolean identical = before.quantity() == record.quantity();
        return identical && identicalResend == IdenticalResend.SUCCEEDS
                ? Result.success(record, before)
                : Result.of(record, Status.DUPLICATE_RECORD);
    }

    /** What was billed by license although the same hour was billed in the legacy scheme as well. */
    List<BilledUsage> inBothSchemes() {
        return billed.values().stream()
                .filter(usage -> !usage.hour().license().isEmpty())
                .filter(usage -> billed.containsKey(usage.hour().legacy()))
                .toList();
    }

    List<BilledUsage> all() {
        return List.copyOf(billed.values());
    }

    long total(String customerIdentifier, String dimension) {
        return billed.values().stream()
                .filter(usage -> usage.hour().customerIdentifier().equals(customerIdentifier))
                .filter(usage -> usage.hour().dimension().equals(dimension))
                .mapToLong(BilledUsage::quantity)
                .sum();
    }

    private BilledUsage bill(BilledUsage.Hour hour, UsageRecord record) {
        BilledUsage usage = new BilledUsage(
                hour,
                record.timestamp(),
                record.quantity(),
                record.allocationsOrNone().stream().map(UsageAllocation::billed).toList(),
                Opaque.uuid("metering", billed.size() + 1L));
        billed.put(hour, usage);
        return usage;
    }
}
