package com.guance.billing.metering;

/** How far a metering record has come (SUB-1). */
public enum RecordStatus {
    /** Made; owed to the marketplace. */
    MADE,
    /** An attempt left and no answer came: in doubt, still owed, sent again identically. */
    SENT,
    /** Billed by the marketplace, or, as a person has decided, a part of it. */
    ACCEPTED,
    /** Not billed, and nobody can be billed for its units any more (SUB-5, SUB-8). */
    UNSETTLED,
    /** Not billed, for the marketplace rejects it: its units wait for a person (SUB-6). */
    HELD,
    /** The marketplace may have billed something else, or this: a person decides (SUB-4, SUB-11). */
    DISPUTED,
    /** Not billed: its units are in the journal again, and go into a later record (SUB-6, SUB-8). Its hour is never made again. */
    RETURNED,
    /** Nothing to send: no workspace has a whole unit, and all is carried. A zero of an idle hour is sent (MET-8). */
    CARRIED
}
