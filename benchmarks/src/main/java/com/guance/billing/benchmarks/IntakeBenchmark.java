package com.guance.billing.benchmarks;

import com.guance.billing.metering.Charge;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Durable intake of charges on PostgreSQL with fsync on: a batch is one transaction. {@code raw} inserts as many rows of the same
 * shape, with the same unique key and conflict handling, by the fastest statement known to us.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class IntakeBenchmark {

    private static final String RAW = "INSERT INTO raw_charge (charge_key, cloud_account, workspace, site, dimension,"
            + " quantity, hour_start, used_from, used_until, until_second, until_nano, subscription, customer_key)"
            + " SELECT k, 'aws:123456789012', w, 'us1', 'units', q, '2026-03-10T08:00:00Z',"
            + " '2026-03-10T08:00:00Z', '2026-03-10T08:01:00Z', 1773129660, 0, 'aws/prod/customer#1', 'aws/prod/customer'"
            + " FROM unnest(?::text[], ?::text[], ?::numeric[]) AS t(k, w, q) ON CONFLICT DO NOTHING";

    /** Charges in a batch. */
    @Param({"100", "1000"})
    public int batch;

    private EmbeddedPostgres server;
    private Rig rig;

    /** Starts the server, and binds a hundred workspaces. */
    @Setup(Level.Trial)
    public void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        rig = new Rig(server.getPostgresDatabase(), 100);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE raw_charge (LIKE billing_charge INCLUDING ALL)");
        }
    }

    /** Stops the server. */
    @TearDown(Level.Trial)
    public void stop() throws IOException {
        server.close();
    }

    /** The library. */
    @Benchmark
    public Object take() {
        return rig.billing().takeCharges().take(rig.charges(batch), rig.now());
    }

    /** The limit. */
    @Benchmark
    public int raw() throws SQLException {
        List<Charge> charges = rig.charges(batch);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                PreparedStatement insert = connection.prepareStatement(RAW)) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", charges.stream().map(Charge::key).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            charges.stream()
                                    .map(charge -> charge.workspace().value())
                                    .toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "numeric",
                            charges.stream()
                                    .map(charge -> charge.usage().quantity().value())
                                    .toArray(BigDecimal[]::new)));
            return insert.executeUpdate();
        }
    }
}
