package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.ports.faults.StoreUnusable;
import io.vavr.control.Either;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("migrating again changes nothing")
    void migratingAgainChangesNothing(Databases databases) throws SQLException {
        DataSource database = databases.empty();
        JdbcBilling.over(database).migrate();
        Set<String> tables = tables(database);
        assertUsable(JdbcBilling.over(database));

        JdbcBilling.over(database).migrate().migrate();

        assertThat(tables(database)).isEqualTo(tables).contains("billing_journal", "billing_schema_history");
        assertUsable(JdbcBilling.over(database));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the host's own tables may be there before ours, and a Flyway history of its own")
    void theHostsTablesMayBeThere(Databases databases) throws SQLException {
        DataSource database = databases.empty();
        Databases.run(database, "CREATE TABLE of_the_host (id INTEGER)");
        Databases.run(database, "CREATE TABLE flyway_schema_history (id INTEGER)");

        JdbcBilling.over(database).migrate();

        assertUsable(JdbcBilling.over(database));
        assertThat(tables(database)).contains("of_the_host", "flyway_schema_history");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("several hosts may migrate at once")
    void severalHostsMayMigrateAtOnce(Databases databases) {
        for (int time = 0; time < 10; time++) {
            DataSource database = databases.empty();

            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(
                                    () -> JdbcBilling.over(database).migrate()))
                            .limit(3)
                            .toArray(CompletableFuture<?>[]::new))
                    .join();

            assertUsable(JdbcBilling.over(database));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the printed schema makes the same tables and indexes as migrating")
    void thePrintedSchemaIsTheWholeSchema(Databases databases) throws SQLException {
        DataSource migrated = databases.migrated();
        DataSource byHand = databases.empty();
        String printed = JdbcBilling.over(byHand).schema();

        Databases.run(byHand, printed);

        assertThat(printed).contains("CREATE TABLE billing_journal").doesNotContain("${");
        Set<String> expected = tables(migrated);
        expected.remove("billing_schema_history");
        assertThat(tables(byHand)).isEqualTo(expected);
        assertThat(indexes(byHand)).isEqualTo(indexes(migrated)).contains("billing_lot_unrecorded");
        assertUsable(JdbcBilling.over(byHand));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("without the schema the store is unusable, and says so")
    void withoutTheSchemaTheStoreIsUnusable(Databases databases) {
        JdbcBilling billing = JdbcBilling.over(databases.empty());

        assertThatThrownBy(() -> assertUsable(billing))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("schema")
                .hasCauseInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a table of ours that somebody else made makes the store unusable")
    void aTableInTheWay(Databases databases) {
        DataSource database = databases.empty();
        Databases.run(database, "CREATE TABLE billing_charge (id INTEGER)");

        assertThatThrownBy(() -> JdbcBilling.over(database).migrate()).isInstanceOf(StoreUnusable.class);
    }

    private static void assertUsable(JdbcBilling billing) {
        Either<String, Integer> pending = billing.unitOfWork()
                .inTransaction(stores ->
                        Either.right(stores.outbox().pending(Instant.MAX, 1).size()));
        assertThat(pending).isEqualTo(Either.right(0));
    }

    private static Set<String> tables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet tables =
                        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            return lower(tables, "TABLE_NAME");
        }
    }

    private static Set<String> indexes(DataSource database) throws SQLException {
        Set<String> indexes = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
            for (String table : tables(database)) {
                String name = upper ? table.toUpperCase(java.util.Locale.ROOT) : table;
                try (ResultSet rows = connection.getMetaData().getIndexInfo(null, null, name, false, true)) {
                    indexes.addAll(lower(rows, "INDEX_NAME"));
                }
            }
        }
        indexes.removeIf(name -> !name.startsWith("billing") || name.startsWith("billing_schema"));
        return indexes;
    }

    private static Set<String> lower(ResultSet rows, String column) throws SQLException {
        Set<String> names = new TreeSet<>();
        while (rows.next()) {
            names.add(rows.getString(column).toLowerCase(java.util.Locale.ROOT));
        }
        names.removeIf(name -> name.startsWith("pg_") || name.startsWith("sql_"));
        return names;
    }
}
