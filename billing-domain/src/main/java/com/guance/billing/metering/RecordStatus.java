package com.guance.billing.metering;

/** How far a metering record has come (SUB-1). */
public enum RecordStatus {
    /** Made; owed to the marketplace. */
    MADE,
    /** An attempt left and no answer came: in doubt, still owed, sent again identically. */
    SENT,
    /** Billed by the marketplace. */
    ACCEPTED,
    /** Not billed, for the customer is not subscribed: its units are unsettled (SUB-5). */
    UNSETTLED,
    /** Not billed, for the marketplace rejects it: its units wait for a person (SUB-6). */
    HELD,
    /** The marketplace may have billed something else, or this: a person decides (SUB-4, SUB-11). */
    DISPUTED,
    /** Nothing to send: less than one unit in the whole hour, all of it carried. */
    CARRIED
}
