package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.Unreadables.Unreached;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.util.Comparator;

/** What was recorded as unreadable, by name, and who was not reached. Immutable. */
record Unread(TreeMap<String, UnreadableEntry> entries, TreeSet<Unreached> unreached) {

    static Unread none() {
        return new Unread(
                TreeMap.empty(),
                TreeSet.empty(Comparator.comparing((Unreached one) -> one.kind().name())
                        .thenComparing(Unreached::payer)
                        .thenComparing(one -> one.workspace().value())));
    }

    Unread with(TreeMap<String, UnreadableEntry> other) {
        return new Unread(other, unreached);
    }

    Unread with(TreeSet<Unreached> other) {
        return new Unread(entries, other);
    }
}
