package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What the stores of one transaction share. Whatever breaks is told as a fault, and dooms the transaction: even if the work goes on,
 * it will not be committed.
 */
final class Session {

    private final Handle handle;
    private final Dialect dialect;
    private final Recollection recollection;
    private final Assumptions assumptions = new Assumptions();
    private final Set<UnreadableEntry> leftOut = new LinkedHashSet<>();
    private Option<Fault> doom = Option.none();
    private boolean over;
    private boolean changed;

    Session(Handle handle, Dialect dialect, Recollection recollection) {
        this.handle = handle;
        this.dialect = dialect;
        this.recollection = recollection;
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * What is remembered of aggregates, if this transaction has changed nothing yet: it is taken to be so, and made sure of later.
     */
    <A> Map<String, Option<Versioned<A>>> assumed(Kind<A, ?> kind, Collection<String> ids) {
        checkOpen();
        if (changed) {
            return Map.of();
        }
        Map<String, Option<Versioned<A>>> remembered = recollection.of(kind.name(), ids);
        assumptions.add(kind, remembered);
        return remembered;
    }

    /** Remembers aggregates that were asked for and read, unless they may be what this transaction made of them. */
    <A> void remember(Kind<A, ?> kind, Collection<String> asked, Map<String, Versioned<A>> read) {
        if (!changed) {
            recollection.keep(kind.name(), asked, read);
        }
    }

    /** Aggregates are about to change. */
    void forget(Kind<?, ?> kind, Collection<String> ids) {
        recollection.forget(kind.name(), ids);
    }

    /** Makes sure of what was assumed. */
    void verify() {
        if (!assumptions.areNone()) {
            Insertion.Statement broken = assumptions.broken();
            verified(answered(open -> open.createQuery("SELECT " + broken.sql())
                    .bindMap(broken.parameters())
                    .mapTo(Boolean.class)
                    .one()));
        }
    }

    /** Changes rows by a statement that itself finds out whether an assumption is broken, by the condition that it is given. */
    <T> T changeVerifying(Function<Insertion.Statement, Function<Handle, Verified<T>>> question) {
        changed = true;
        Verified<T> answer = answered(question.apply(assumptions.broken()));
        verified(answer.broken());
        return answer.value();
    }

    /** An answer, and whether an assumption was broken. */
    record Verified<T>(T value, boolean broken) {}

    private void verified(boolean broken) {
        if (broken) {
            boolean unused = answered(open -> {
                assumptions.forgetBroken(open, recollection);
                return true;
            });
            throw doomedBy(new StaleVersion("what was remembered"));
        }
        assumptions.clear();
    }

    /** What lists have left out, for it cannot be read. */
    Set<UnreadableEntry> leftOut() {
        return leftOut;
    }

    void leaveOut(Collection<UnreadableEntry> unreadable) {
        leftOut.addAll(unreadable);
    }

    /** What doomed the transaction, if anything did. */
    Option<Fault> doom() {
        return doom;
    }

    /** From now on the stores are void. */
    void end() {
        over = true;
    }

    /** Asks the database, of which all assumptions are made sure first. */
    <T> T ask(Function<Handle, T> question) {
        verify();
        return answered(question);
    }

    private <T> T answered(Function<Handle, T> question) {
        checkOpen();
        try {
            return question.apply(handle);
        } catch (EntryUnreadable unreadable) {
            throw unreadable; // nothing is wrong with the transaction
        } catch (Fault fault) {
            throw doomedBy(fault);
        } catch (JdbiException e) {
            throw doomedBy(SqlFaults.of(e));
        }
    }

    private void checkOpen() {
        if (over) {
            throw new IllegalStateException("the stores of a transaction are void when its work has returned");
        }
        doom.forEach(fault -> {
            throw fault;
        });
    }

    /** Changes rows by one statement; how many. */
    int change(String sql, Map<String, ?> values) {
        changed = true;
        return ask(open -> open.createUpdate(sql).bindMap(values).execute());
    }

    /** Runs a statement once a row, as one batch; how many rows each changed. */
    int[] batch(String sql, List<? extends Map<String, ?>> rows) {
        changed = true;
        return rows.isEmpty()
                ? new int[0]
                : ask(open -> {
                    PreparedBatch batch = open.prepareBatch(sql);
                    rows.forEach(batch::add);
                    return batch.execute();
                });
    }

    /** The fault, by which this transaction is doomed: to be thrown. */
    Fault doomedBy(Fault fault) {
        doom = Option.some(fault);
        return fault;
    }
}
