package com.guance.billing.metering;

/**
 * Names a metering record: the marketplace takes one per meter and hour (MET-3).
 *
 * @param meter whom it bills, for what
 * @param hour when
 */
public record RecordId(Meter meter, MeteringHour hour) {

    /** The same record always has the same key, and no other has it. */
    public String key() {
        return meter.customer().key() + "/" + meter.dimension() + "@" + hour.start();
    }
}
