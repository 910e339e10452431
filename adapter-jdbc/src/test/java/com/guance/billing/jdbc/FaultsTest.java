package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.ports.faults.StoreBusy;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.guance.billing.ports.faults.StoreUnusable;
import com.guance.billing.testkit.Given;
import com.guance.billing.testkit.GivenNotices;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Either;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What can break, and what of it the caller is told. */
class FaultsTest {

    @Test
    @DisplayName("a database that is down makes the store unavailable, at start and later, and says so")
    void aDatabaseThatIsDown() {
        JdbcBilling billing = JdbcBilling.over(down());

        assertThatThrownBy(billing::migrate).satisfies(FaultsTest::isDown);
        assertThatThrownBy(billing::schema).satisfies(FaultsTest::isDown);
        assertThatThrownBy(() -> Transactions.run(billing.unitOfWork(), stores -> {}))
                .satisfies(FaultsTest::isDown);
    }

    @Test
    @DisplayName("so does a pool that has no connection to give in time")
    void aPoolWithoutConnections() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(down());
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionTimeout(250);

            assertThatThrownBy(() -> JdbcBilling.over(pool).migrate()).isInstanceOf(StoreUnavailable.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a connection that is cut in the middle of a transaction: unavailable, nothing written, no event told")
    void aConnectionThatIsCut(Databases databases) {
        CuttableDataSource cuttable = new CuttableDataSource(databases.migrated());
        UnitOfWork store = JdbcBilling.over(cuttable.dataSource()).unitOfWork();

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> Transactions.run(store, stores -> {
                    save(stores, "wksp_1");
                    cuttable.cut();
                    save(stores, "wksp_2");
                }))
                .withCauseInstanceOf(SQLException.class);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> Transactions.run(store, stores -> {
                    save(stores, "wksp_1");
                    cuttable.cut();
                }));

        Transactions.run(store, stores -> {
            assertThat(stores.workspaces().find(List.of(new WorkspaceId("wksp_1"))))
                    .isEmpty();
            assertThat(stores.outbox().pending(Instant.MAX, 1)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("what the work throws is thrown as it is, even if the connection is lost then; and nothing is written")
    void whatTheWorkThrows(Databases databases) {
        CuttableDataSource cuttable = new CuttableDataSource(databases.migrated());
        UnitOfWork store = JdbcBilling.over(cuttable.dataSource()).unitOfWork();
        Error broken = new AssertionError("on purpose");

        assertThatThrownBy(() -> Transactions.run(store, stores -> {
                    save(stores, "wksp_1");
                    cuttable.cut();
                    throw broken;
                }))
                .isSameAs(broken);

        Transactions.run(
                store,
                stores -> assertThat(stores.outbox().pending(Instant.MAX, 1)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a fault that the work catches dooms the transaction all the same")
    void aFaultThatIsCaught(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        Transactions.run(store, stores -> save(stores, "wksp_1"));

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> Transactions.run(store, stores -> {
                    save(stores, "wksp_2");
                    assertThatThrownBy(() -> save(stores, "wksp_1")).isInstanceOf(StaleVersion.class);
                    assertThatThrownBy(() -> save(stores, "wksp_3")).isInstanceOf(StaleVersion.class);
                }));
        Either<String, Void> left = store.inTransaction(stores -> {
            assertThatThrownBy(() -> save(stores, "wksp_1")).isInstanceOf(StaleVersion.class);
            return Either.left("no");
        });

        assertThat(left).isEqualTo(Either.left("no"));
        Transactions.run(
                store,
                stores -> assertThat(
                                stores.workspaces().find(List.of(new WorkspaceId("wksp_2"), new WorkspaceId("wksp_3"))))
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 a payload or a type that this version cannot read is told of that workspace only")
    void whatCannotBeRead(Databases databases) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        Transactions.run(store, stores -> save(stores, "wksp_1"));

        for (String damage : List.of(
                "payload = '{\"workspace\": 1}'",
                "payload = 'no json'",
                "type = 'of-tomorrow'",
                "type = 'record-sent'")) {
            Databases.run(database, "UPDATE billing_journal SET " + damage + " WHERE nr = 1");

            assertThatThrownBy(() -> Transactions.run(
                            store, stores -> stores.workspaces().find(List.of(new WorkspaceId("wksp_1")))))
                    .as(damage)
                    .isInstanceOf(EntryUnreadable.class)
                    .hasMessage("stored, and cannot be read: WORKSPACE wksp_1");
        }
    }

    @Test
    @DisplayName(
            "REL-3 a lock that is not given in time is no lost race; wrong credentials and unknown databases will come again")
    void states() {
        assertThat(List.of("40001", "40P01", "90131", "23505"))
                .allSatisfy(state -> assertThat(of(state)).isInstanceOf(StaleVersion.class));
        assertThat(List.of("55P03", "HYT00", "57014"))
                .allSatisfy(state -> assertThat(of(state)).isInstanceOf(StoreBusy.class));
        assertThat(List.of("28P01", "28000", "3D000", "42P01", "42S02", "22001", "23502"))
                .allSatisfy(state -> assertThat(of(state)).isInstanceOf(StoreUnusable.class));
        assertThat(List.of("08006", "57P01", "53300", "90067", "58000"))
                .allSatisfy(state -> assertThat(of(state)).isInstanceOf(StoreUnavailable.class));
        assertThat(SqlFaults.of(new SQLException("without a state"))).isInstanceOf(StoreUnavailable.class);
        assertThat(SqlFaults.of(new RuntimeException("not of a database"))).isInstanceOf(StoreUnusable.class);
    }

    @Test
    @DisplayName("no fault's message holds the driver's text, which may hold values: of a database, a pool, or neither")
    void theDriversTextStaysInTheCause() {
        List<String> states = List.of("40001", "55P03", "42P01", "22001", "08006", "57P01", "58000", "XX000", "", "?");
        assertThat(states).map(FaultsTest::of).allSatisfy(FaultsTest::holdsNoSecret);
        SQLException batch = new SQLException("secret", "08006");
        batch.setNextException(new SQLException("secret", "23502"));
        holdsNoSecret(SqlFaults.of(batch));
        holdsNoSecret(SqlFaults.of(new SQLException("secret")));
        holdsNoSecret(SqlFaults.of(new IllegalStateException("secret")));
        holdsNoSecret(SqlFaults.of(new SQLTransientConnectionException("secret")));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("what a real database says of a value stays in the cause, whatever the fault")
    void valuesStayInTheCause(Databases databases) {
        UnitOfWork store = JdbcBilling.over(databases.migrated()).unitOfWork();
        Transactions.run(store, stores -> stores.claims().add(GivenNotices.claim("secret")));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(
                        () -> Transactions.run(store, stores -> stores.claims().add(GivenNotices.claim("secret"))))
                .satisfies(FaultsTest::holdsNoSecret);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a connection that cannot be rolled back never serves again, and nothing of it is ever committed")
    void aRollbackThatFails(Databases databases) {
        DataSource database = databases.migrated();
        FailingRollbacks failing = new FailingRollbacks(database);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(failing.dataSource());
            pool.setMaximumPoolSize(1);
            UnitOfWork store = JdbcBilling.over(pool).unitOfWork();
            failing.fail();
            Either<String, Void> refused = store.inTransaction(stores -> {
                save(stores, "wksp_1");
                return Either.left("no");
            });
            failing.mend();

            assertThat(refused).isEqualTo(Either.left("no"));
            assertThat(failing.isFirstClosed()).isTrue();
            assertThat(failing.turnedOnAutoCommit()).isFalse();
        }
        Transactions.run(
                JdbcBilling.over(database).unitOfWork(),
                stores -> assertThat(stores.outbox().pending(Instant.MAX, 1)).isEmpty());
    }

    private static void holdsNoSecret(Throwable fault) {
        assertThat(fault).hasMessageNotContaining("secret");
        assertThat(fault.toString()).doesNotContain("secret");
    }

    private static Fault of(String state) {
        return SqlFaults.of(new RuntimeException(new SQLException("secret", state)));
    }

    private static void isDown(Throwable fault) {
        assertThat(fault)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot be reached")
                .hasCauseInstanceOf(SQLException.class);
    }

    private static DataSource down() {
        PGSimpleDataSource down = new PGSimpleDataSource();
        down.setServerNames(new String[] {"127.0.0.1"});
        down.setPortNumbers(new int[] {1});
        return down;
    }

    private static void save(Stores stores, String workspace) {
        stores.workspaces().save(List.of(Revision.first(Given.workspacePaidByHolder(workspace))));
    }
}
