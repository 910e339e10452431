package com.guance.billing.statement;

import com.guance.billing.metering.RecordStatus;
import io.vavr.control.Option;
import java.util.Set;

/** What an hour of a subscription and dimension has come to: exactly one of these, always (ASK-2). */
public enum Covered {
    /** Not over yet, or over for less than the grace (MET-3). */
    OPEN,
    /** Over; its charges or its record have still to reach the marketplace. */
    CLOSED_WAITING,
    /** Its record waits for a person (SUB-6). */
    HELD,
    /** Billed, at least in part. */
    ACCEPTED,
    /** Nothing was used: with a record of 0, whatever became of it in the end, or, where none is sent, without a record (MET-8). */
    ZERO,
    /**
     * What was used went on into another hour's record: no workspace had a whole unit, it came late, or its units were
     * returned (MET-4, MET-7, SUB-6).
     */
    CARRIED,
    /** What was used is billed to nobody (END-8). */
    UNSETTLED,
    /** Nobody can tell what was billed (SUB-11). */
    DISPUTED,
    /** Its record came too late for the marketplace, and was certainly not billed (SUB-8). */
    EXPIRED;

    private static final String TOO_LATE = "expired";

    /**
     * What an hour has come to. Its record decides, if it has one; then whether it is over; then its charges, those first that can
     * still be billed.
     *
     * @param record the record of that hour, if one was made
     * @param charged what became of its charges that are not in that record; empty if there are none
     * @param isClosed whether it is over for the grace
     */
    static Covered of(Option<RecordLine> record, Set<ChargedHour.Kind> charged, boolean isClosed) {
        if (record.isDefined()) {
            return of(record.get());
        } else if (!isClosed) {
            return OPEN;
        } else if (charged.contains(ChargedHour.Kind.WAITING)) {
            return CLOSED_WAITING;
        } else if (charged.contains(ChargedHour.Kind.UNSETTLED)) {
            return UNSETTLED;
        }
        return charged.contains(ChargedHour.Kind.LATE) ? CARRIED : ZERO;
    }

    private static Covered of(RecordLine record) {
        boolean isTooLate = record.why().contains(TOO_LATE);
        boolean isZero = record.quantity() == 0;
        RecordStatus status = record.status();
        return switch (status) {
            case MADE, SENT -> CLOSED_WAITING;
            case ACCEPTED -> isZero ? ZERO : ACCEPTED;
            case UNSETTLED -> isZero ? ZERO : isTooLate ? EXPIRED : UNSETTLED;
            case HELD -> HELD;
            case DISPUTED -> DISPUTED;
            case RETURNED -> isZero ? ZERO : isTooLate ? EXPIRED : CARRIED;
            case CARRIED -> CARRIED;
        };
    }
}
