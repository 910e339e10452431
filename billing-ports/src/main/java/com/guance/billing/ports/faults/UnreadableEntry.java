package com.guance.billing.ports.faults;

import com.guance.billing.Required;

/**
 * An entry of a store that cannot be read (REL-1), by its name: what it contains is in no message.
 *
 * @param kind what it is
 * @param id its id within its kind
 * @param why why it cannot be read
 */
public record UnreadableEntry(EntryKind kind, String id, Reason why) {

    /** Refuses nulls. */
    public UnreadableEntry {
        Required.value(kind, "kind");
        Required.value(id, "id");
        Required.value(why, "why");
    }

    /** Why an entry cannot be read. */
    public enum Reason {
        /** Its history has an event of a type that this version does not have: a newer version wrote it, or it is damaged. */
        UNKNOWN_TYPE,
        /** A stored text or column is not what is stored there. */
        MALFORMED,
        /** It has no history. */
        NO_EVENTS,
        /** Its parts are legible each, and do not fit together. */
        CONTRADICTORY
    }

    /** Its kind and id. */
    public String name() {
        return kind + " " + id;
    }
}
