package com.guance.billing.jdbc;

import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Reads what is stored, and names what cannot be read (REL-1). */
final class Reading {

    private Reading() {}

    /** Something that is made of a row. */
    @FunctionalInterface
    interface OfRow<T> {
        T read() throws SQLException;
    }

    /** What an entry says; left: it cannot be read. */
    static <T> Either<UnreadableEntry, T> attempt(EntryKind kind, String id, OfRow<T> row) throws SQLException {
        try {
            return Either.right(row.read());
        } catch (Fault fault) {
            throw fault;
        } catch (Unreadable unreadable) {
            return Either.left(new UnreadableEntry(kind, id, unreadable.reason()));
        } catch (RuntimeException malformed) {
            return Either.left(new UnreadableEntry(kind, id, Reason.MALFORMED));
        }
    }

    /**
     * What an entry says.
     *
     * @throws EntryUnreadable if it cannot be read
     */
    static <T> T strictly(EntryKind kind, String id, OfRow<T> row) throws SQLException {
        return attempt(kind, id, row).getOrElseThrow(entry -> new EntryUnreadable(List.of(entry)));
    }

    /**
     * What all entries say.
     *
     * @throws EntryUnreadable if some cannot be read: it names all of them
     */
    static <T> List<T> all(List<Either<UnreadableEntry, T>> entries) {
        List<UnreadableEntry> unreadable =
                entries.stream().filter(Either::isLeft).map(Either::getLeft).toList();
        if (!unreadable.isEmpty()) {
            throw new EntryUnreadable(unreadable);
        }
        return entries.stream().map(Either::get).toList();
    }

    /**
     * The first so many entries that can be read. Asks for more than these where some cannot, each time for twice as many more as rows
     * cannot, so that those that cannot be read hide no others. Several rows may be of one entry: rows are counted, so that each time
     * more are asked for.
     *
     * @param limit how many
     * @param first answers the first so many entries
     * @return those that can be read; the others are left out
     */
    static <T> List<T> page(Session session, int limit, IntFunction<List<Either<UnreadableEntry, T>>> first) {
        int asked = limit;
        while (true) {
            List<T> read = new ArrayList<>();
            Set<UnreadableEntry> leftOut = new LinkedHashSet<>();
            List<Either<UnreadableEntry, T>> entries = first.apply(asked);
            for (Either<UnreadableEntry, T> entry : entries) {
                entry.peek(read::add).peekLeft(leftOut::add);
            }
            if (entries.size() < asked || read.size() >= limit) {
                session.leaveOut(leftOut);
                return List.copyOf(read.subList(0, Math.min(limit, read.size())));
            }
            asked = Math.addExact(limit, Math.multiplyExact(2, entries.size() - read.size()));
        }
    }

    /** What is made of a value, or why it cannot be. */
    static <A, B> Function<A, Either<UnreadableEntry, B>> each(
            EntryKind kind, Function<A, String> id, Function<A, B> reading) {
        return value -> {
            try {
                return attempt(kind, id.apply(value), () -> reading.apply(value));
            } catch (SQLException never) {
                throw new IllegalStateException(never);
            }
        };
    }
}
