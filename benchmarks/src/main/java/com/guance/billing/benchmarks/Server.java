package com.guance.billing.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that keeps what it commits, and a pool of connections to it as a host has one. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool = new HikariDataSource();

    /** Starts it. */
    Server() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        pool.setDataSource(postgres.getPostgresDatabase());
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Executes statements in one transaction; milliseconds until it is durable. */
    double execute(String... statements) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** So that what is measured next finds a database at rest. */
    void vacuum() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    /** Stops it. */
    @Override
    public void close() throws IOException {
        pool.close();
        postgres.close();
    }
}
