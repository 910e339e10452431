package com.guance.billing.metering;

import com.guance.billing.Required;

/**
 * Names a metering record: the marketplace takes one per meter and hour (MET-3).
 *
 * @param meter whom it bills, for what
 * @param hour when
 */
public record RecordId(Meter meter, MeteringHour hour) {

    /** Refuses nulls. */
    public RecordId {
        Required.value(meter, "meter");
        Required.value(hour, "hour");
    }

    /** The same record always has the same key, and no other has it: what follows the last slash is the dimension's and the hour's. */
    public String key() {
        String dimension = meter.dimension().name().replace("%", "%25").replace("/", "%2F");
        return meter.customer().key() + "/" + dimension + "@" + hour.start();
    }
}
