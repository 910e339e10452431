package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import io.vavr.control.Option;

/**
 * A record, without whose units they are (ASK-1).
 *
 * @param id meter and hour
 * @param quantity the whole units that it says
 * @param status how far it has come
 * @param units those that stand where the status says
 * @param unsettledBeside those that are unsettled beside them (SUB-11)
 * @param why it is not billed, or disputed, in the marketplace's words; none else
 */
public record RecordLine(
        RecordId id, long quantity, RecordStatus status, long units, long unsettledBeside, Option<String> why) {

    /** Refuses nulls. */
    public RecordLine {
        Required.value(id, "id");
        Required.value(status, "status");
        Required.option(why, "why");
    }

    /** Of a record. */
    static RecordLine of(MeteringRecord record) {
        return new RecordLine(
                record.id(),
                record.content().quantity(),
                record.status(),
                record.units(),
                record.unsettledBeside(),
                record.why());
    }
}
