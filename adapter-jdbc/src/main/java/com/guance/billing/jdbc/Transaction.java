package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** One transaction on a connection of its own: committed, or else rolled back when it is closed. */
final class Transaction implements AutoCloseable {

    private final Handle handle;
    private final Session session;
    private final boolean autoCommit;
    private final int isolation;
    private boolean committed;

    private Transaction(Handle handle, Recollection recollection) throws SQLException {
        Connection connection = handle.getConnection();
        this.handle = handle;
        this.session = new Session(handle, Dialect.of(connection), recollection);
        this.autoCommit = connection.getAutoCommit();
        this.isolation = connection.getTransactionIsolation();
    }

    /**
     * Opens a connection and begins a transaction on it.
     *
     * @throws Fault if that is not possible
     */
    static Transaction begin(Jdbi jdbi, Recollection recollection) {
        Handle handle = open(jdbi);
        try {
            Transaction transaction = new Transaction(handle, recollection);
            transaction.start();
            return transaction;
        } catch (SQLException e) {
            Fault fault = SqlFaults.of(e);
            closing(handle, fault);
            throw fault;
        } catch (Fault fault) {
            closing(handle, fault);
            throw fault;
        }
    }

    /** Runs the work, and commits if it says right and nothing broke on the way. */
    <L, R> Either<L, R> run(Function<Stores, Either<L, R>> work) {
        Either<L, R> result = decided(work);
        session.end();
        if (result.isRight()) {
            session.doom().forEach(fault -> {
                throw fault;
            });
            commit();
        }
        return result;
    }

    /** What was decided, also that it cannot be done, holds only if what it was decided by does. */
    private <L, R> Either<L, R> decided(Function<Stores, Either<L, R>> work) {
        try {
            Either<L, R> result = work.apply(new JdbcStores(session));
            session.verify();
            return result;
        } catch (RuntimeException broken) {
            throw session.doom().isDefined() ? broken : decidedBy(broken);
        }
    }

    /** What broke, unless that was a lost race; whether it was cannot always be found out. */
    private RuntimeException decidedBy(RuntimeException broken) {
        try {
            session.verify();
        } catch (StaleVersion lost) {
            return lost;
        } catch (Fault fault) {
            broken.addSuppressed(fault);
        }
        return broken;
    }

    /** Ends it. What is decided by then stays decided, so nothing that fails here is told. */
    @Override
    public void close() {
        session.end();
        try (handle) {
            Connection connection = handle.getConnection();
            if (committed || rolledBack(connection)) {
                connection.setAutoCommit(autoCommit);
                isolate(connection, Connection.TRANSACTION_READ_COMMITTED, isolation);
            }
        } catch (SQLException | JdbiException broken) {
            // the connection is lost, and with it whatever was not committed
        }
    }

    private void start() throws SQLException {
        Connection connection = handle.getConnection();
        isolate(connection, isolation, Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    /** To many drivers each change is a statement, so none is made in vain. */
    private static void isolate(Connection connection, int from, int to) throws SQLException {
        if (from != to) {
            connection.setTransactionIsolation(to);
        }
    }

    private void commit() {
        try {
            handle.getConnection().commit();
            committed = true;
        } catch (SQLException e) {
            throw SqlFaults.of(e);
        }
    }

    /** If it cannot be rolled back, the connection is cut: turning autocommit on again would commit it. */
    private static boolean rolledBack(Connection connection) throws SQLException {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            cut(connection);
            return false;
        }
    }

    /** Some drivers, such as H2's, take an abort and do nothing; their own connection is closed behind the pool's. */
    private static void cut(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        if (!connection.isClosed() && connection.isWrapperFor(Connection.class)) {
            connection.unwrap(Connection.class).close();
        }
    }

    private static Handle open(Jdbi jdbi) {
        try {
            return jdbi.open();
        } catch (JdbiException e) {
            throw SqlFaults.of(e);
        }
    }

    private static void closing(Handle handle, Fault because) {
        try {
            handle.close();
        } catch (JdbiException e) {
            because.addSuppressed(e);
        }
    }
}
