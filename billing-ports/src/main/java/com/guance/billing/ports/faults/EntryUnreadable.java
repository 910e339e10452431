package com.guance.billing.ports.faults;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for is stored, and cannot be read by this version, or not until a person has mended it (REL-1). Nothing was written,
 * and the transaction may go on without it. The same call succeeds when the entry can be read.
 */
public final class EntryUnreadable extends Fault.TryAgain {

    private static final long serialVersionUID = 1L;

    private final transient List<UnreadableEntry> entries;

    /**
     * Makes the fault.
     *
     * @param entries what cannot be read, at least one
     * @throws IllegalArgumentException if it is none
     */
    public EntryUnreadable(Collection<UnreadableEntry> entries) {
        super("stored, and cannot be read: " + names(entries), null);
        this.entries = List.copyOf(entries);
    }

    /** What cannot be read. */
    public List<UnreadableEntry> entries() {
        return entries;
    }

    /** The ids of those of one kind. */
    public Set<String> ids(EntryKind kind) {
        return entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(UnreadableEntry::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String names(Collection<UnreadableEntry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("all of it can be read");
        }
        String first = entries.stream().limit(10).map(UnreadableEntry::name).collect(Collectors.joining(", "));
        return entries.size() > 10 ? first + ", and " + (entries.size() - 10) + " more" : first;
    }
}
