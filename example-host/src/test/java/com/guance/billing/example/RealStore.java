package com.guance.billing.example;

import com.guance.billing.jdbc.JdbcBilling;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A new database for each who asks. */
enum RealStore {
    H2 {
        @Override
        OpenStore open() {
            return StoreChoice.of("--store", "h2").get().open();
        }

        @Override
        String url() {
            return "jdbc:h2:mem:" + unique() + ";MODE=PostgreSQL";
        }
    },
    POSTGRESQL {
        @Override
        OpenStore open() {
            return StoreChoice.of("--store", "postgres=" + url()).get().open();
        }

        @Override
        String url() {
            return Server.created(unique());
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** As the host opens it. */
    abstract OpenStore open();

    abstract String url();

    /** With everything counted that is executed. */
    OpenStore counted(Executions executions) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url());
        source.setMaximumPoolSize(4);
        return new OpenStore(JdbcBilling.over(executions.in(source)).migrate().unitOfWork(), source::close);
    }

    private static String unique() {
        return "example_" + COUNT.incrementAndGet();
    }

    /** One server for all tests of this JVM; it goes with it. */
    private static final class Server {

        private static final EmbeddedPostgres ONE = start();

        static String created(String name) {
            try (Connection connection = ONE.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return ONE.getJdbcUrl("postgres", name);
        }

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
}
