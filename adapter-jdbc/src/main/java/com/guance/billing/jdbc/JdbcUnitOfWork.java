package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

/** Transactions of a database. */
final class JdbcUnitOfWork implements UnitOfWork {

    private static final int RECOLLECTED = 10_000;

    private final Jdbi jdbi;
    private final Recollection recollection = new Recollection(RECOLLECTED);
    private final ThreadLocal<Boolean> running = ThreadLocal.withInitial(() -> false);

    JdbcUnitOfWork(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
        // transactions are ended here; and a connection without autocommit is always in one, to Jdbi
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        if (running.get()) {
            throw new IllegalStateException("a transaction inside a transaction");
        }
        running.set(true);
        try (Transaction transaction = Transaction.begin(jdbi, recollection)) {
            return transaction.run(work);
        } finally {
            running.remove();
        }
    }
}
