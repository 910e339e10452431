package com.guance.billing.jdbc;

import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.ports.faults.StoreBusy;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.ports.faults.StoreUnusable;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in the database, as what the caller may do about it. Messages name the SQLState, never SQL or values; the
 * driver's own exception is the cause.
 */
final class SqlFaults {

    /** Serialization, deadlocks, a concurrent update in H2, a key that another transaction took. */
    private static final Set<String> LOST_RACE = Set.of("40001", "40P01", "90131", "23505");

    /** A lock that was not given in time (PostgreSQL, H2), a statement that took too long: repeated it waits as long again. */
    private static final Set<String> WAITED_TOO_LONG = Set.of("55P03", "HYT00", "57014");

    /**
     * Classes of SQLState that will come again: unsupported, bad data, broken constraints, wrong credentials, no such catalogue or
     * schema, no such table or no right to it, limits of the program, internal errors.
     */
    private static final Set<String> LASTING = Set.of("0A", "22", "23", "28", "3D", "3F", "42", "54", "XX");

    private SqlFaults() {}

    /** The fault that an exception of JDBC, Jdbi or Flyway stands for. */
    static Fault of(Throwable thrown) {
        SQLException cause = sqlCause(thrown);
        if (cause == null) {
            return new StoreUnusable("the store is not what this version can work with", thrown);
        }
        String state = String.valueOf(cause.getSQLState());
        if (LOST_RACE.contains(state)) {
            return new StaleVersion("what this transaction read or wrote (SQLState " + state + ")", cause);
        }
        if (WAITED_TOO_LONG.contains(state)) {
            return new StoreBusy(
                    "the database waited too long for a lock or a statement (SQLState " + state + ")", cause);
        }
        if (state.length() == 5 && LASTING.contains(state.substring(0, 2))) {
            return new StoreUnusable(
                    "the database refuses what is asked; are schema and rights of this version? (SQLState " + state
                            + ")",
                    cause);
        }
        return new StoreUnavailable(
                "the database cannot be reached, or gave up the transaction (SQLState " + state + ")", cause);
    }

    /** The database's own exception; of a batch that of its failed entry, which does not repeat all values. */
    private static @Nullable SQLException sqlCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                SQLException entry = sql.getNextException();
                return entry != null ? entry : sql;
            }
        }
        return null;
    }
}
