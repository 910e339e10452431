package com.guance.billing.ports.driven;

import com.guance.billing.Required;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Entries that cannot be read (REL-1), and the workspaces that a cascade could therefore not reach.
 *
 * <p>A store's methods that answer what was asked for by id throw {@link com.guance.billing.ports.faults.EntryUnreadable}; its lists
 * leave out what cannot be read and go on with the next, so that a list is shorter than its limit only where nothing more is there.
 * What was left out is {@linkplain #leftOut() kept for the transaction}.
 */
public interface Unreadables {

    /** What the lists of this transaction have left out so far. */
    Set<UnreadableEntry> leftOut();

    /**
     * Adds to what this transaction has left out.
     *
     * @param entries what cannot be read
     */
    void leaveOut(Collection<UnreadableEntry> entries);

    /**
     * Records entries as unreadable, for people.
     *
     * @param entries what cannot be read
     * @return those that were not recorded before
     */
    List<UnreadableEntry> add(Collection<UnreadableEntry> entries);

    /**
     * The entries that are recorded as unreadable.
     *
     * @param after the last entry of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return in the order of kinds' names and ids
     */
    List<UnreadableEntry> list(Option<UnreadableEntry> after, int limit);

    /**
     * Reads entries again, and removes from the record those that can be read now, or are no longer there.
     *
     * @param entries which
     * @return those that were removed
     */
    List<UnreadableEntry> readAgain(Collection<UnreadableEntry> entries);

    /** How many entries are recorded as unreadable. */
    int count();

    /**
     * Keeps, by name, workspaces that a cascade could not reach.
     *
     * @param unreached which; those kept already stay
     */
    void addUnreached(Collection<Unreached> unreached);

    /**
     * The workspaces that a cascade could not reach.
     *
     * @param after the last of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return in the order of payers' kinds, payers and workspaces
     */
    List<Unreached> unreached(Option<Unreached> after, int limit);

    /** How many workspaces are kept as not reached by a cascade, each once for every payer. */
    int countUnreached();

    /**
     * Forgets workspaces that have been reached since.
     *
     * @param reached which
     */
    void removeUnreached(Collection<Unreached> reached);

    /**
     * A workspace that the cascade of a payer could not reach.
     *
     * @param kind {@link EntryKind#SUBSCRIPTION}, or {@link EntryKind#ARREARS} of a Billing Center account
     * @param payer the subscription's id, or the Billing Center account's
     * @param workspace the workspace
     */
    record Unreached(EntryKind kind, String payer, WorkspaceId workspace) {

        /** Refuses nulls. */
        public Unreached {
            Required.value(kind, "kind");
            Required.value(payer, "payer");
            Required.value(workspace, "workspace");
        }
    }
}
