package com.guance.billing.reconciliation;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;

/**
 * What our books say that the marketplace has billed of a record.
 *
 * @param record which meter and hour
 * @param account whom it bills
 * @param status how far the record has come
 * @param units what we hold accepted of it; what was asked for, while an attempt is unanswered or the record disputed; else 0
 */
public record BookedLine(RecordId record, CloudAccountId account, RecordStatus status, long units) {

    /** Refuses nulls. */
    public BookedLine {
        Required.value(record, "record");
        Required.value(account, "account");
        Required.value(status, "status");
    }

    /** What is booked of a record now; a decision of staff may have accepted a part of it only (SUB-11). */
    public static BookedLine of(MeteringRecord record) {
        return new BookedLine(record.id(), record.billed().account(), record.status(), units(record));
    }

    /** Whether we cannot tell if it was billed (SUB-11). */
    public boolean isInDoubt() {
        return status == RecordStatus.SENT || status == RecordStatus.DISPUTED;
    }

    private static long units(MeteringRecord record) {
        return switch (record.status()) {
            case ACCEPTED -> record.units();
            case SENT, DISPUTED -> record.content().quantity();
            case MADE, UNSETTLED, HELD, RETURNED, CARRIED -> 0;
        };
    }
}
