package com.guance.billing.jdbc;

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
    private Option<Fault> doom = Option.none();
    private boolean over;

    Session(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /** What doomed the transaction, if anything did. */
    Option<Fault> doom() {
        return doom;
    }

    /** From now on the stores are void. */
    void end() {
        over = true;
    }

    /** Asks the database. */
    <T> T ask(Function<Handle, T> question) {
        if (over) {
            throw new IllegalStateException("the stores of a transaction are void when its work has returned");
        }
        doom.forEach(fault -> {
            throw fault;
        });
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
        return ask(open -> open.createUpdate(sql).bindMap(values).execute());
    }

    /** Runs a statement once a row, as one batch; how many rows each changed. */
    int[] batch(String sql, List<? extends Map<String, ?>> rows) {
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
