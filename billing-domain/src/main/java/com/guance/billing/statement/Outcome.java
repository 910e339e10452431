package com.guance.billing.statement;

import com.guance.billing.metering.RecordStatus;

/** How far a charge has come: what its record has come to, or why it is in none (ASK-1). */
public enum Outcome {
    /** In no record yet: its hour is open, or it came late and waits for the next record (MET-7). */
    OPEN,
    /** In a record that the marketplace has still to answer for. */
    WAITING,
    /** In a record that the marketplace billed, all of it or the part that the record tells. */
    ACCEPTED,
    /** In a record for which no workspace had a whole unit: all is carried (MET-4). */
    CARRIED,
    /** In a record that waits for a person (SUB-6). */
    HELD,
    /** In a record of which nobody can tell whether it was billed (SUB-11). */
    DISPUTED,
    /** Kept, reported, and billed to nobody (END-8). */
    UNSETTLED,
    /** In a record that was not billed, and whose units went on into a later one (SUB-6, SUB-8). */
    RETURNED;

    /** Of a record's status. */
    static Outcome of(RecordStatus status) {
        return switch (status) {
            case MADE, SENT -> WAITING;
            case ACCEPTED -> ACCEPTED;
            case CARRIED -> CARRIED;
            case HELD -> HELD;
            case DISPUTED -> DISPUTED;
            case UNSETTLED -> UNSETTLED;
            case RETURNED -> RETURNED;
        };
    }
}
