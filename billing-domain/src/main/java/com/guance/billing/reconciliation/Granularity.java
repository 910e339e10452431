package com.guance.billing.reconciliation;

import com.guance.billing.metering.MeteringHour;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a seller report adds up: whole days or months of UTC. */
public enum Granularity {
    /** A row a day. */
    DAY {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day;
        }
    },
    /** A row a month. */
    MONTH {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    };

    /** The first day of the span that a day lies in. */
    public abstract LocalDate startOf(LocalDate day);

    /** The first day of the span that an hour lies in. */
    public LocalDate startOf(MeteringHour hour) {
        return startOf(hour.start().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** Whether a span begins with an hour. */
    public boolean beginsWith(MeteringHour hour) {
        return startOf(hour).atStartOfDay(ZoneOffset.UTC).toInstant().equals(hour.start());
    }
}
