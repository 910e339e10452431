package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.ports.faults.StoreUnusable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What makes a database unusable is said at once, all of it, with what to do. */
class VerificationTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("a database as it should be is verified again and again, and stays as it is")
    void asItShouldBe(Databases databases) {
        DataSource database = databases.migrated();
        JdbcBilling.over(database).verify().verify().migrate();
        assertThat(rows(database, "billing_teller")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("each table and column that the library uses is known, as the database itself has it")
    void tablesAreKnown(Databases databases) throws SQLException {
        DataSource database = databases.migrated();
        ExpectedTables expected = ExpectedTables.of(JdbcBilling.over(database).schema());
        Set<String> known = new TreeSet<>();
        expected.written()
                .keySet()
                .forEach(table -> expected.columns(table).forEach(column -> known.add(table + "." + column)));
        Set<String> there = new TreeSet<>();
        try (Connection connection = database.getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), null, null)) {
            while (columns.next()) {
                there.add((columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME"))
                        .toLowerCase(Locale.ROOT));
            }
        }
        there.removeIf(column -> !column.startsWith("billing_") || column.startsWith("billing_schema_history"));
        assertThat(known).isEqualTo(there).contains("billing_remainder.has_units", "billing_charge.charge_key");
        assertThat(expected.sequences()).containsExactly("billing_lot_id");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("everything that is missing is said at once: tables, columns")
    void everythingAtOnce(Databases databases) {
        DataSource database = databases.migrated();
        Databases.run(database, "DROP TABLE billing_claim");
        Databases.run(database, "ALTER TABLE billing_charge DROP COLUMN notes");
        Databases.run(database, "DROP SEQUENCE billing_lot_id");

        assertUnusable(
                JdbcBilling.over(database),
                "billing_claim is missing",
                "[notes] of table billing_charge",
                "billing_lot_id");
        assertThatThrownBy(() -> JdbcBilling.over(database).migrate()).isInstanceOf(StoreUnusable.class);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("an empty database names what to call")
    void empty(Databases databases) {
        assertUnusable(JdbcBilling.over(databases.empty()), "table billing_journal is missing: call migrate()");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the schema of a newer library, or one that was applied in part, is refused, by migrating too")
    void newerSchema(Databases databases) {
        DataSource database = databases.migrated();
        Databases.run(
                database,
                "INSERT INTO \"billing_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\","
                        + " \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                        + " VALUES (99, '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', 1, 'x', 1, TRUE)");

        assertUnusable(JdbcBilling.over(database), "version 99 of a newer library");
        assertThatThrownBy(() -> JdbcBilling.over(database).migrate())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("99");
    }

    @Test
    @DisplayName("H2 in another mode is refused before the first charge")
    void h2InAnotherMode() {
        JdbcDataSource other = new JdbcDataSource();
        other.setURL("jdbc:h2:mem:other_mode;DB_CLOSE_DELAY=-1");

        assertThatThrownBy(() -> JdbcBilling.over(other).migrate())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("MODE=PostgreSQL");
    }

    @Test
    @DisplayName("REL-6 H2 in a file is refused, unless the host says that it may lose")
    void h2InAFile(@TempDir Path folder) {
        DataSource file = Databases.file(folder.resolve("billing"), "");
        assertThatThrownBy(() -> JdbcBilling.over(file).migrate())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("allowingLoss()");
        JdbcBilling.over(file).allowingLoss().migrate().verify();
    }

    @Test
    @DisplayName("H2 that was opened for reading is refused")
    void h2ReadOnly(@TempDir Path folder) {
        JdbcBilling.over(Databases.file(folder.resolve("billing"), ""))
                .allowingLoss()
                .migrate();
        DataSource reading = Databases.file(folder.resolve("billing"), ";ACCESS_MODE_DATA=r");
        assertUnusable(JdbcBilling.over(reading).allowingLoss(), "read-only");
    }

    @Test
    @DisplayName(
            "PostgreSQL: an encoding, settings, a standby or a lossy commit that cannot keep books are said at once")
    void settingsOfPostgres() {
        PGSimpleDataSource database = (PGSimpleDataSource) Databases.POSTGRESQL.migrated();
        database.setOptions(
                "-c standard_conforming_strings=off -c default_transaction_read_only=on -c synchronous_commit=off");

        assertUnusable(
                JdbcBilling.over(database),
                "standard_conforming_strings is off",
                "transaction_read_only is on",
                "synchronous_commit is off");
        database.setOptions("-c synchronous_commit=off");
        JdbcBilling.over(database).allowingLoss().verify();
    }

    @Test
    @DisplayName("PostgreSQL in another encoding is refused")
    void encodingOfPostgres() {
        DataSource latin = Databases.latin();
        assertThatThrownBy(() -> JdbcBilling.over(latin).migrate())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("server_encoding is LATIN1, not UTF8");
    }

    @Test
    @DisplayName("PostgreSQL: rights that are missing are named, table by table")
    void rightsOfPostgres() {
        PGSimpleDataSource database = (PGSimpleDataSource) Databases.POSTGRESQL.migrated();
        Databases.run(database, "DROP ROLE IF EXISTS poor");
        Databases.run(database, "CREATE ROLE poor LOGIN");
        Databases.run(database, "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO poor");
        Databases.run(database, "REVOKE DELETE, INSERT ON billing_claim FROM poor");
        Databases.run(database, "REVOKE SELECT, UPDATE, DELETE, INSERT ON billing_lot FROM poor");
        database.setUser("poor");

        assertUnusable(
                JdbcBilling.over(database),
                "may not [DELETE, INSERT] in table billing_claim",
                "may not [SELECT, UPDATE, DELETE, INSERT] in table billing_lot",
                "sequence billing_lot_id");
    }

    private static void assertUnusable(JdbcBilling billing, String... problems) {
        assertThatThrownBy(billing::verify).isInstanceOf(StoreUnusable.class).hasMessageContainingAll(problems);
    }

    private static int rows(DataSource database, String table) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
