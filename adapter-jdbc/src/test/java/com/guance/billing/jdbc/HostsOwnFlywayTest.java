package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("outside: the host migrates its own tables by Flyway in the same schema")
class HostsOwnFlywayTest {

    @TempDir
    private Path scripts;

    private final DataSource database = database();

    @BeforeEach
    void script() throws Exception {
        Files.writeString(scripts.resolve("V1__host.sql"), "CREATE TABLE host_table (id INT)", StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("outside: the host's Flyway first, then ours")
    void hostFirst() throws SQLException {
        hosts().load().migrate();
        JdbcBilling.over(database).migrate();
        assertThat(bothAreThere()).isTrue();
    }

    @Test
    @DisplayName("outside: ours first, then the host's Flyway with baselineOnMigrate from version 0")
    void oursFirst() throws SQLException {
        JdbcBilling.over(database).migrate();
        hosts().baselineOnMigrate(true).baselineVersion("0").load().migrate();
        assertThat(bothAreThere()).isTrue();
        JdbcBilling.over(database).migrate();
        hosts().load().migrate();
    }

    private FluentConfiguration hosts() {
        return Flyway.configure().dataSource(database).locations("filesystem:" + scripts);
    }

    private boolean bothAreThere() throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT COUNT(*) FROM information_schema.tables"
                                + " WHERE LOWER(table_name) IN ('host_table', 'billing_journal')")) {
            found.next();
            return found.getInt(1) == 2;
        }
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:hosts-own-flyway" + System.identityHashCode(new Object())
                + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return database;
    }
}
