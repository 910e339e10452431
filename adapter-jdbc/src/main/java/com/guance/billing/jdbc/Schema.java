package com.guance.billing.jdbc;

import com.guance.billing.ports.faults.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The schema: numbered scripts, those that all databases share and each database's own. */
final class Schema {

    static final String SCRIPTS = "com/guance/billing/jdbc/schema/";
    static final String TEXT = "text";

    /**
     * On H2 Flyway locks the rows of its history, and a new one has none: two that migrate it at once would both make the tables.
     * H2 is embedded, so whoever else migrates it is in this process.
     */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    /** Those of the scripts, and the one that stands for tables of the host's that were there before. */
    private static final Set<String> VERSIONS = Set.of("0", "1", "2");

    private final DataSource dataSource;
    private final boolean mayLose;

    Schema(DataSource dataSource, boolean mayLose) {
        this.dataSource = dataSource;
        this.mayLose = mayLose;
    }

    void verify() {
        verify(true);
    }

    private void verify(boolean schema) {
        ExpectedTables expected = ExpectedTables.of(print());
        try (Connection connection = dataSource.getConnection()) {
            Verification.of(connection, schema, expected, VERSIONS, mayLose);
        } catch (SQLException e) {
            throw SqlFaults.of(e);
        }
    }

    /** What is wrong with the database itself is said before a table is made. */
    void migrate() {
        verify(false);
        apply();
        verify(true);
    }

    private void apply() {
        Dialect dialect = dialect();
        if (dialect == Dialect.POSTGRESQL) {
            new FlywayMigration(dataSource, dialect).run();
            return;
        }
        ONE_AT_A_TIME.lock();
        try {
            new FlywayMigration(dataSource, dialect).run();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    String print() {
        Dialect dialect = dialect();
        return List.of("common/V1__tables.sql", dialect.folder() + "/V2__indexes.sql").stream()
                .map(Schema::read)
                .collect(Collectors.joining("\n"))
                .replace("${" + TEXT + "}", dialect.text());
    }

    private Dialect dialect() throws Fault {
        try (Connection connection = dataSource.getConnection()) {
            return Dialect.of(connection);
        } catch (SQLException e) {
            throw SqlFaults.of(e);
        }
    }

    private static String read(String script) {
        try (InputStream in = Schema.class.getResourceAsStream("/" + SCRIPTS + script)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
