package com.guance.billing.jdbc;

import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Unreadables;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What cannot be read, and who was not reached because of that: two small tables, empty as a rule. */
final class JdbcUnreadables implements Unreadables {

    private static final String ADD =
            "INSERT INTO billing_unreadable (kind, id, why) VALUES (:kind, :id, :why) ON CONFLICT DO NOTHING";

    private static final String REMOVE = "DELETE FROM billing_unreadable WHERE kind = :kind AND id = :id";

    private static final String LIST = "SELECT kind, id, why FROM billing_unreadable"
            + " WHERE kind > :kind OR (kind = :kind AND id > :id) ORDER BY kind, id LIMIT :limit";

    private static final String ADD_UNREACHED = "INSERT INTO billing_unreached (payer_kind, payer, workspace)"
            + " VALUES (:kind, :payer, :workspace) ON CONFLICT DO NOTHING";

    private static final String REMOVE_UNREACHED =
            "DELETE FROM billing_unreached" + " WHERE payer_kind = :kind AND payer = :payer AND workspace = :workspace";

    private static final String UNREACHED = "SELECT payer_kind, payer, workspace FROM billing_unreached"
            + " WHERE payer_kind > :kind OR (payer_kind = :kind AND (payer > :payer"
            + " OR (payer = :payer AND workspace > :workspace)))"
            + " ORDER BY payer_kind, payer, workspace LIMIT :limit";

    private final Session session;

    JdbcUnreadables(Session session) {
        this.session = session;
    }

    @Override
    public Set<UnreadableEntry> leftOut() {
        return Set.copyOf(session.leftOut());
    }

    @Override
    public void leaveOut(Collection<UnreadableEntry> entries) {
        session.leaveOut(entries);
    }

    @Override
    public List<UnreadableEntry> add(Collection<UnreadableEntry> entries) {
        List<UnreadableEntry> inOrder = inOrder(entries);
        int[] added = session.batch(
                ADD,
                inOrder.stream()
                        .map(entry ->
                                named(entry).with("why", entry.why().name()).values())
                        .toList());
        List<UnreadableEntry> fresh = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i] != 0) {
                fresh.add(inOrder.get(i));
            }
        }
        return List.copyOf(fresh);
    }

    @Override
    public List<UnreadableEntry> list(Option<UnreadableEntry> after, int limit) {
        return session.ask(open -> open.createQuery(LIST)
                .bind("kind", after.map(last -> last.kind().name()).getOrElse(""))
                .bind("id", after.map(UnreadableEntry::id).getOrElse(""))
                .bind("limit", limit)
                .map((row, context) -> new UnreadableEntry(
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("id"),
                        Reason.valueOf(row.getString("why"))))
                .list());
    }

    @Override
    public List<UnreadableEntry> readAgain(Collection<UnreadableEntry> entries) {
        Map<EntryKind, List<UnreadableEntry>> byKind = inOrder(entries).stream()
                .collect(Collectors.groupingBy(
                        UnreadableEntry::kind, () -> new EnumMap<>(EntryKind.class), Collectors.toList()));
        List<UnreadableEntry> readable = new ArrayList<>();
        byKind.forEach((kind, its) -> {
            Set<String> still = new Rereading(session)
                    .unreadable(kind, its.stream().map(UnreadableEntry::id).toList());
            its.stream().filter(entry -> !still.contains(entry.id())).forEach(readable::add);
        });
        session.batch(
                REMOVE, readable.stream().map(entry -> named(entry).values()).toList());
        return List.copyOf(readable);
    }

    @Override
    public int count() {
        return session.ask(open -> open.createQuery("SELECT COUNT(*) FROM billing_unreadable")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void addUnreached(Collection<Unreached> unreached) {
        session.batch(ADD_UNREACHED, rows(unreached));
    }

    @Override
    public List<Unreached> unreached(Option<Unreached> after, int limit) {
        return session.ask(open -> open.createQuery(UNREACHED)
                .bind("kind", after.map(last -> last.kind().name()).getOrElse(""))
                .bind("payer", after.map(Unreached::payer).getOrElse(""))
                .bind("workspace", after.map(last -> last.workspace().value()).getOrElse(""))
                .bind("limit", limit)
                .map((row, context) -> new Unreached(
                        EntryKind.valueOf(row.getString("payer_kind")),
                        row.getString("payer"),
                        new WorkspaceId(row.getString("workspace"))))
                .list());
    }

    @Override
    public int countUnreached() {
        return session.ask(open -> open.createQuery("SELECT COUNT(*) FROM billing_unreached")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void removeUnreached(Collection<Unreached> reached) {
        session.batch(REMOVE_UNREACHED, rows(reached));
    }

    /** In one order, so that two transactions cannot wait for each other. */
    private static List<UnreadableEntry> inOrder(Collection<UnreadableEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(UnreadableEntry::name))
                .toList();
    }

    private static Row named(UnreadableEntry entry) {
        return new Row().with("kind", entry.kind().name()).with("id", entry.id());
    }

    private static List<Map<String, Object>> rows(Collection<Unreached> unreached) {
        return unreached.stream()
                .map(one -> new Row()
                        .with("kind", one.kind().name())
                        .with("payer", one.payer())
                        .with("workspace", one.workspace().value())
                        .values())
                .sorted(Comparator.comparing(Object::toString))
                .collect(Collectors.toList());
    }
}
