package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.faults.Fault;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
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
    private Option<Fault> doom = Option.none();
    private final Foresight foresight = new Foresight();
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

    /** Aggregates that were read before; by now they may have changed. */
    Recollection recollection() {
        return recollection;
    }

    /** Remembers aggregates that were read, unless they may be what this transaction made of them: it is not committed yet. */
    <A> void recollect(String kind, Map<String, Versioned<A>> read) {
        if (!changed) {
            recollection.keep(kind, read);
        }
    }

    /** What the last statement read beside what it was asked for. */
    Foresight foresight() {
        return foresight;
    }

    /** What doomed the transaction, if anything did. */
    Option<Fault> doom() {
        return doom;
    }

    /** From now on the stores are void. */
    void end() {
        over = true;
        foresight.forget();
    }

    /** Asks the database. */
    <T> T ask(Function<Handle, T> question) {
        if (over) {
            throw new IllegalStateException("the stores of a transaction are void when its work has returned");
        }
        doom.forEach(fault -> {
            throw fault;
        });
        foresight.forget();
        try {
            return question.apply(handle);
        } catch (Fault fault) {
            throw doomedBy(fault);
        } catch (JdbiException e) {
            throw doomedBy(SqlFaults.of(e));
        }
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
