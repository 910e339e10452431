package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.Given;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What connections are when they are given back, and that pools of every setting serve. */
class ConnectionsTest {

    @ParameterizedTest
    @CsvSource({"H2, true, 2", "H2, false, 2", "H2, true, 8", "POSTGRESQL, true, 2", "POSTGRESQL, false, 8"})
    @DisplayName("autocommit and isolation are what they were, after right, left and an exception")
    void connectionsAreGivenBackAsTheyWere(Databases databases, boolean autoCommit, int isolation) throws SQLException {
        try (Connection only = databases.migrated().getConnection()) {
            only.setAutoCommit(autoCommit);
            only.setTransactionIsolation(isolation);
            UnitOfWork store = JdbcBilling.over(giving(only)).unitOfWork();

            assertWorks(store);

            assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
            assertThat(only.getTransactionIsolation()).isEqualTo(isolation);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, true", "H2, false", "POSTGRESQL, true", "POSTGRESQL, false"})
    @DisplayName("a pool of one connection serves, with autocommit or without: none is kept")
    void aPoolServes(Databases databases, boolean autoCommit) {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(databases.migrated());
            pool.setMaximumPoolSize(1);
            pool.setAutoCommit(autoCommit);
            pool.setTransactionIsolation("TRANSACTION_SERIALIZABLE");

            assertWorks(JdbcBilling.over(pool).unitOfWork());
        }
    }

    private static void assertWorks(UnitOfWork store) {
        Transactions.run(store, stores -> stores.cloudAccounts().save(Revision.first(Given.accountOnFile("1"))));
        Either<String, Void> left = store.inTransaction(stores -> {
            stores.cloudAccounts().save(Revision.first(Given.accountOnFile("2")));
            return Either.left("no");
        });
        int onFile = Transactions.ask(
                store,
                stores -> stores.cloudAccounts()
                        .onFile(Given.HOLDER.id(), Option.none(), 10)
                        .size());

        assertThat(left).isEqualTo(Either.left("no"));
        assertThat(onFile).isOne();
    }

    /** A data source that gives one connection again and again, and never closes it. */
    private static DataSource giving(Connection only) {
        Connection unclosed = proxy(Connection.class, only, "close", null);
        return proxy(DataSource.class, new Object(), "getConnection", unclosed);
    }

    private static <T> T proxy(Class<T> type, Object target, String intercepted, @Nullable Object result) {
        return type.cast(Proxy.newProxyInstance(
                ConnectionsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        method.getName().equals(intercepted) ? result : method.invoke(target, arguments)));
    }
}
