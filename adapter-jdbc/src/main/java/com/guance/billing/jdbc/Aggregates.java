package com.guance.billing.jdbc;

import com.guance.billing.DomainEvent;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of one kind: a thin row each, and their history in the journal. However many are loaded or saved, it takes one
 * statement to load them and at most three batches to save them.
 */
final class Aggregates<A, E extends DomainEvent> {

    private final Session session;
    private final Kind<A, E> kind;

    Aggregates(Session session, Kind<A, E> kind) {
        this.session = session;
        this.kind = kind;
    }

    /**
     * Those that exist, by id.
     *
     * @throws EntryUnreadable if some of them cannot be read: it names all of these
     */
    <K> Map<K, Versioned<A>> find(Collection<K> ids, Function<K, String> text) {
        return found(ids, text, this::read);
    }

    /** The same, where histories that were read before are read again only if this turns out to have gone on. */
    <K> Map<K, Versioned<A>> recall(Collection<K> ids, Function<K, String> text) {
        return found(ids, text, this::recalled);
    }

    private <K> Map<K, Versioned<A>> found(
            Collection<K> ids, Function<K, String> text, Function<Set<String>, Map<String, Versioned<A>>> reading) {
        Map<String, K> wanted = new LinkedHashMap<>();
        ids.forEach(id -> wanted.put(text.apply(id), id));
        Map<String, Versioned<A>> read = reading.apply(wanted.keySet());
        Map<K, Versioned<A>> found = new LinkedHashMap<>();
        wanted.forEach((id, key) -> Option.of(read.get(id)).forEach(aggregate -> found.put(key, aggregate)));
        return found;
    }

    private Map<String, Versioned<A>> read(Set<String> ids) {
        return byId(Reading.all(selected(ids)));
    }

    /** Those of these ids that cannot be read. */
    Set<String> unreadable(Collection<String> ids) {
        return selected(ids).stream()
                .filter(Either::isLeft)
                .map(entry -> entry.getLeft().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Either<UnreadableEntry, Named<A>>> selected(Collection<String> ids) {
        return select(
                new Selection("id = ANY(:ids)", "id", Math.max(1, ids.size())),
                query -> query.bindArray("ids", String.class, ids));
    }

    private Map<String, Versioned<A>> byId(List<Named<A>> named) {
        Map<String, Versioned<A>> found = new LinkedHashMap<>();
        named.forEach(one -> found.put(one.id(), one.read()));
        return found;
    }

    private Map<String, Versioned<A>> recalled(Set<String> ids) {
        Map<String, Option<Versioned<A>>> assumed = session.assumed(kind, ids);
        Map<String, Versioned<A>> current = new HashMap<>();
        assumed.forEach((id, one) -> one.forEach(aggregate -> current.put(id, aggregate)));
        if (assumed.size() < ids.size()) {
            Set<String> missing = new LinkedHashSet<>(ids);
            missing.removeAll(assumed.keySet());
            List<Either<UnreadableEntry, Named<A>>> entries = selected(missing);
            Map<String, Versioned<A>> read = byId(
                    entries.stream().filter(Either::isRight).map(Either::get).toList());
            entries.stream()
                    .filter(Either::isLeft)
                    .forEach(entry -> missing.remove(entry.getLeft().id()));
            session.remember(kind, missing, read);
            Reading.all(entries);
            current.putAll(read);
        }
        return current;
    }

    /** Those whose thin rows are selected, in the selection's order; those that cannot be read are left out. */
    List<Versioned<A>> list(Selection selection, Function<Query, Query> binding) {
        return Reading.page(session, selection.limit(), limit -> select(selection.upTo(limit), binding)).stream()
                .map(Named::read)
                .toList();
    }

    /**
     * The same, where none may be missing.
     *
     * @throws EntryUnreadable if some of them cannot be read
     */
    List<Versioned<A>> listAll(Selection selection, Function<Query, Query> binding) {
        return Reading.all(select(selection, binding)).stream().map(Named::read).toList();
    }

    /** What happened to one, in order, without the first. */
    List<E> history(String id, int after, int limit) {
        return session.ask(open -> open.createQuery("SELECT type, payload FROM billing_journal"
                        + " WHERE kind = :kind AND subject = :id ORDER BY version, nr LIMIT :limit OFFSET :after")
                .bind("kind", kind.name())
                .bind("id", id)
                .bind("limit", limit)
                .bind("after", after)
                .map((row, context) -> Reading.strictly(
                        kind.entry(), id, () -> kind.event(EventCodec.read(row.getString(1), row.getString(2)))))
                .list());
    }

    /**
     * Saves changes of different aggregates: first their thin rows, which tells who was first, then their events.
     *
     * @throws StaleVersion if one is not from the version stored, or is a birth of what exists
     */
    void save(Collection<Revision<A>> revisions) {
        // always in one order, so that two transactions cannot wait for each other
        List<Revision<A>> inOrder =
                revisions.stream().sorted(Comparator.comparing(this::id)).collect(Collectors.toList());
        List<Revision<A>> births =
                inOrder.stream().filter(revision -> revision.from() == 0).toList();
        List<Revision<A>> changes =
                inOrder.stream().filter(revision -> revision.from() != 0).toList();
        session.forget(kind, inOrder.stream().map(this::id).toList());
        session.batch(kind.insertion(), rows(births));
        check(changes, session.batch(kind.update(), rows(changes)));
        new Journal(session).append(revisions.stream().flatMap(this::entries).toList());
    }

    /** An aggregate without a history, or with one that cannot be read, is there all the same. */
    private List<Either<UnreadableEntry, Named<A>>> select(Selection selection, Function<Query, Query> binding) {
        String sql = "SELECT t.id, t.version, j.type, j.payload, j.version FROM (" + selection.from(kind.table())
                + ") t LEFT JOIN billing_journal j ON j.kind = :kind AND j.subject = t.id"
                + " ORDER BY t.place, j.version, j.nr";
        Map<String, Loading> loading = new LinkedHashMap<>();
        session.ask(open -> binding.apply(
                        open.createQuery(sql).bind("kind", kind.name()).bind("limit", selection.limit()))
                .map((row, context) ->
                        loading.computeIfAbsent(row.getString(1), Loading::new).with(row))
                .list());
        return loading.values().stream()
                .map(Reading.each(kind.entry(), one -> one.id, one -> new Named<>(one.id, one.replayed(kind))))
                .toList();
    }

    private List<Map<String, Object>> rows(List<Revision<A>> revisions) {
        return revisions.stream()
                .map(revision -> kind.thin()
                        .values()
                        .apply(revision.change().after())
                        .with("id", id(revision))
                        .with("before", revision.from())
                        .with("next", revision.from() + 1)
                        .values())
                .collect(Collectors.toList());
    }

    private Stream<Journal.Entry> entries(Revision<A> revision) {
        List<DomainEvent> events = revision.change().events();
        List<Journal.Entry> entries = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            entries.add(new Journal.Entry(
                    kind.name(),
                    new Journal.Place(id(revision), revision.from() + 1, i + 1),
                    kind.thin().account().apply(revision.change().after()),
                    events.get(i)));
        }
        return entries.stream();
    }

    private void check(List<Revision<A>> revisions, int[] changed) {
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                throw session.doomedBy(new StaleVersion(kind.name() + " " + id(revisions.get(i))));
            }
        }
    }

    private String id(Revision<A> revision) {
        return kind.thin().id().apply(revision.change().after());
    }

    /**
     * Which thin rows.
     *
     * @param rows a subquery that stands for the table, of the same columns or more; none: the table itself
     * @param joined what is joined to them, or nothing
     * @param where the condition
     * @param order their order
     * @param limit at most so many
     */
    record Selection(Option<String> rows, String joined, String where, String order, int limit) {

        Selection(String joined, String where, String order, int limit) {
            this(Option.none(), joined, where, order, limit);
        }

        Selection(String where, String order, int limit) {
            this("", where, order, limit);
        }

        /** Rows of a subquery, all of them. */
        static Selection of(String rows, String order, int limit) {
            return new Selection(Option.some("(" + rows + ") r"), "", "TRUE", order, limit);
        }

        Selection upTo(int most) {
            return new Selection(rows, joined, where, order, most);
        }

        String from(String table) {
            return "SELECT id, version, ROW_NUMBER() OVER (ORDER BY " + order + ") AS place FROM "
                    + rows.getOrElse(table) + joined + " WHERE " + where + " ORDER BY " + order + " LIMIT :limit";
        }
    }

    /** An aggregate, by its id. */
    private record Named<A>(String id, Versioned<A> read) {}

    private static final class Loading {

        private final String id;
        private final List<Stored> history = new ArrayList<>();
        private long version;

        Loading(String id) {
            this.id = id;
        }

        Loading with(ResultSet row) throws SQLException {
            version = row.getLong(2);
            history.add(new Stored(row.getString(3), row.getString(4), row.getLong(5)));
            return this;
        }

        /** No event is of a later version than the aggregate; it may be of a later one than its last event. */
        <A> Versioned<A> replayed(Kind<A, ?> kind) {
            Stored last = history.get(history.size() - 1);
            if (last.version() == 0) {
                throw new Unreadable(Reason.NO_EVENTS);
            }
            if (last.version() > version) {
                throw new Unreadable(Reason.CONTRADICTORY);
            }
            List<DomainEvent> events = new ArrayList<>();
            history.forEach(event -> events.add(EventCodec.read(event.type(), event.payload())));
            return new Versioned<>(kind.replayed(id, events), version);
        }
    }

    /** An event as it is stored; of version 0: there is none. */
    private record Stored(@Nullable String type, @Nullable String payload, long version) {}
}
