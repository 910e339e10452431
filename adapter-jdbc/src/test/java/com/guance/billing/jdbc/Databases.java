package com.guance.billing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases to test on. One that cannot be had fails the test. */
enum Databases {
    H2 {
        @Override
        DataSource empty() {
            return h2("mem:" + unique("memory") + ";DB_CLOSE_DELAY=-1");
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            return created("");
        }

        @Override
        DataSource migrated() {
            return created(" TEMPLATE " + Template.NAME);
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new database without anything in it. */
    abstract DataSource empty();

    /** A new database with the schema. */
    DataSource migrated() {
        DataSource empty = empty();
        JdbcBilling.over(empty).migrate();
        return empty;
    }

    /** Connections to a new database with the schema, kept open: to be closed. */
    HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(migrated());
        return pool;
    }

    /** The H2 database in a file, with settings. */
    static DataSource file(Path file, String settings) {
        return h2("file:" + file + settings);
    }

    /** A new PostgreSQL database without anything in it, of an encoding that does not know all characters. */
    static DataSource latin() {
        return created(" ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
    }

    /** Runs SQL. */
    static void run(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource h2(String name) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + name + ";MODE=PostgreSQL");
        return h2;
    }

    private static DataSource created(String how) {
        String name = unique("billing");
        run(Server.ONE.getPostgresDatabase(), "CREATE DATABASE " + name + how);
        return Server.ONE.getDatabase("postgres", name);
    }

    private static String unique(String prefix) {
        return prefix + "_" + COUNT.incrementAndGet();
    }

    /** One server for all tests of this JVM; it goes with it. */
    private static final class Server {

        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A database with the schema, to copy. */
    private static final class Template {

        static final String NAME = create();

        private static String create() {
            String name = unique("template");
            run(Server.ONE.getPostgresDatabase(), "CREATE DATABASE " + name);
            JdbcBilling.over(Server.ONE.getDatabase("postgres", name)).migrate();
            return name;
        }
    }
}
