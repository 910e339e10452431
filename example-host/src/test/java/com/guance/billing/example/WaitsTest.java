package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.metering.Charge;
import com.guance.billing.ports.faults.StoreBusy;
import com.guance.billing.ports.faults.StoreUnavailable;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waits do not multiply: each is counted by the connections that are asked for, on real databases by a pool. */
class WaitsTest {

    private static final int LOCK_MILLIS = 300;

    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-3 a lock that is not given in time is waited for once, and said to be that")
    void aLockThatIsHeld(RealStore kind) throws SQLException {
        try (HikariDataSource pool = pool(kind, 4)) {
            World world = World.over(
                    new OpenStore(JdbcBilling.over(counted(pool)).migrate().unitOfWork(), () -> {}));
            Stage stage = new Stage(world);
            stage.arrives();
            stage.registers(world.cast().workspaces().get(0), Stage.GOOD).get();
            List<Charge> charges = new Usage(world.cast(), 1).charges(0);

            try (Connection other = pool.getConnection()) {
                lockTheNextCharge(other, charges.get(0).key());
                asked.set(0);
                assertThatThrownBy(() -> world.billing().takeCharges().take(charges, Usage.endOf(0)))
                        .isInstanceOf(StoreBusy.class);
                assertThat(asked).hasValue(1);
                other.rollback();
            }
            assertThat(world.billing().takeCharges().take(charges, Usage.endOf(0)))
                    .isNotEmpty();
            world.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-3 a pool that has no connection is waited for once a run")
    void anEmptyPool(RealStore kind) throws SQLException {
        try (HikariDataSource pool = pool(kind, 2)) {
            World world = World.over(
                    new OpenStore(JdbcBilling.over(counted(pool)).migrate().unitOfWork(), () -> {}));
            try (Connection one = pool.getConnection();
                    Connection two = pool.getConnection()) {
                assertThat(List.of(one, two)).doesNotContainNull();
                asked.set(0);
                assertThatThrownBy(() -> world.billing().due().run(world.now()))
                        .isInstanceOf(StoreUnavailable.class)
                        .hasNoSuppressedExceptions();
                assertThat(asked).hasValue(1);
            }
            assertThat(world.billing().due().run(world.now())).isNotNull();
            world.close();
        }
    }

    /** Another transaction is about to take a charge of the same key. */
    private static void lockTheNextCharge(Connection other, String key) throws SQLException {
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("INSERT INTO billing_charge (charge_key, cloud_account, workspace, site, lot, quantity,"
                    + " from_second, until_second, from_nano, until_nano)"
                    + " VALUES ('" + key + "', 'a', 'w', 's', 1, 1, 1, 2, 0, 0)");
        }
    }

    private static HikariDataSource pool(RealStore kind, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(kind.url());
        pool.setConnectionInitSql((kind == RealStore.H2 ? "SET LOCK_TIMEOUT " : "SET lock_timeout = ") + LOCK_MILLIS);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(250);
        return pool;
    }

    private DataSource counted(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                WaitsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        asked.incrementAndGet();
                    }
                    try {
                        return method.invoke(pool, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof SQLException cause ? cause : e;
                    }
                });
    }
}
