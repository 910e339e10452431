package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.Unreadables;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What cannot be read. This store keeps objects, not texts: all of it can be read, so what is recorded here can be at once. */
final class KeptUnreadables implements Unreadables {

    private final Cell<Unread> cell;
    private final Set<UnreadableEntry> leftOut = new LinkedHashSet<>();

    KeptUnreadables(Cell<Unread> cell) {
        this.cell = cell;
    }

    Unread written() {
        return cell.get();
    }

    void close() {
        cell.close();
    }

    @Override
    public Set<UnreadableEntry> leftOut() {
        return Set.copyOf(leftOut);
    }

    @Override
    public void leaveOut(Collection<UnreadableEntry> entries) {
        leftOut.addAll(entries);
    }

    @Override
    public List<UnreadableEntry> add(Collection<UnreadableEntry> entries) {
        List<UnreadableEntry> fresh = new ArrayList<>();
        for (UnreadableEntry entry : entries) {
            if (!cell.get().entries().containsKey(entry.name())) {
                cell.rewrite(before -> before.with(before.entries().put(entry.name(), entry)));
                fresh.add(entry);
            }
        }
        return List.copyOf(fresh);
    }

    @Override
    public List<UnreadableEntry> list(Option<UnreadableEntry> after, int limit) {
        return cell.get()
                .entries()
                .values()
                .toJavaStream()
                .filter(entry -> after.forAll(last -> entry.name().compareTo(last.name()) > 0))
                .limit(limit)
                .toList();
    }

    @Override
    public List<UnreadableEntry> readAgain(Collection<UnreadableEntry> entries) {
        List<UnreadableEntry> recorded = entries.stream()
                .filter(entry -> cell.get().entries().containsKey(entry.name()))
                .toList();
        cell.rewrite(before -> before.with(before.entries()
                .removeAll(recorded.stream().map(UnreadableEntry::name).toList())));
        return recorded;
    }

    @Override
    public int count() {
        return cell.get().entries().size();
    }

    @Override
    public void addUnreached(Collection<Unreached> unreached) {
        cell.rewrite(before -> before.with(before.unreached().addAll(unreached)));
    }

    @Override
    public List<Unreached> unreached(Option<Unreached> after, int limit) {
        return cell.get()
                .unreached()
                .toJavaStream()
                .filter(one ->
                        after.forAll(last -> cell.get().unreached().comparator().compare(one, last) > 0))
                .limit(limit)
                .toList();
    }

    @Override
    public int countUnreached() {
        return cell.get().unreached().size();
    }

    @Override
    public void removeUnreached(Collection<Unreached> reached) {
        cell.rewrite(before -> before.with(before.unreached().removeAll(reached)));
    }
}
