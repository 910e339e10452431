package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordStatus;
import com.guance.billing.metering.TakenCharge;
import io.vavr.control.Option;

/**
 * A charge, the record it is in, and what became of it (ASK-1).
 *
 * @param taken the charge
 * @param in the record of its meter that it is in; none if it is in none
 */
public record ChargeLine(TakenCharge taken, Option<In> in) {

    /** Refuses nulls. */
    public ChargeLine {
        Required.value(taken, "taken");
        Required.option(in, "in");
    }

    /**
     * A record, as one of its charges sees it.
     *
     * @param hour its hour
     * @param status how far it has come
     */
    public record In(MeteringHour hour, RecordStatus status) {

        /** Refuses nulls. */
        public In {
            Required.value(hour, "hour");
            Required.value(status, "status");
        }
    }

    /** Under which hour it is told of: its record's, else its own. */
    public MeteringHour hour() {
        return in.map(In::hour).getOrElse(taken.charge()::hour);
    }

    /** What became of it. */
    public Outcome outcome() {
        return in.map(record -> Outcome.of(record.status()))
                .getOrElse(
                        () -> taken.destination() instanceof Destination.Unsettled ? Outcome.UNSETTLED : Outcome.OPEN);
    }

    /** Whether it came late: its record is of a later hour than its own (MET-7). */
    public boolean isLate() {
        return in.exists(record -> record.hour().compareTo(taken.charge().hour()) > 0);
    }
}
