package com.guance.billing.jdbc;

import com.guance.billing.ports.faults.StoreUnusable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out whether a database can keep books: everything that is wrong is gathered, with what to do about it. */
final class Verification {

    private static final String HISTORY = "billing_schema_history";

    private final Connection connection;
    private final Dialect dialect;
    private final ExpectedTables expected;
    private final Set<String> versions;
    private final boolean mayLose;
    private final List<String> problems = new ArrayList<>();

    private Verification(
            Connection connection, Dialect dialect, ExpectedTables expected, Set<String> versions, boolean mayLose) {
        this.connection = connection;
        this.dialect = dialect;
        this.expected = expected;
        this.versions = versions;
        this.mayLose = mayLose;
    }

    /**
     * Verifies a database.
     *
     * @param connection to it
     * @param schema whether the schema must be there already
     * @param expected the tables of this version
     * @param versions of the schema that this version knows
     * @param mayLose whether the host accepts that answered work is lost with the process or the database
     * @throws StoreUnusable with all that is wrong
     */
    static void of(
            Connection connection, boolean schema, ExpectedTables expected, Set<String> versions, boolean mayLose)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try {
            new Verification(connection, Dialect.of(connection), expected, versions, mayLose).verify(schema);
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private void verify(boolean schema) throws SQLException {
        if (dialect == Dialect.H2) {
            h2();
        } else {
            postgresql();
        }
        boolean isReadOnly = connection.isReadOnly();
        if (isReadOnly) {
            problems.add("the connection is read-only: give the library one that may write");
        }
        Map<String, Set<String>> found = found();
        history(found);
        if (schema) {
            tables(found, !isReadOnly);
        }
        if (!problems.isEmpty()) {
            throw new StoreUnusable("the database cannot be used:\n- " + String.join(";\n- ", problems), null);
        }
    }

    private void h2() throws SQLException {
        String mode = text("SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'MODE'");
        if (!mode.equalsIgnoreCase("PostgreSQL")) {
            problems.add("H2 runs in mode " + mode + ": add ;MODE=PostgreSQL to its URL");
        }
        if (!mayLose && !text("SELECT COALESCE(DATABASE_PATH(), '')").isEmpty()) {
            problems.add("H2 in a file may lose what was answered, and the file, when its process is killed:"
                    + " use PostgreSQL, or accept that by allowingLoss()");
        }
        if (text("SELECT READONLY()").equalsIgnoreCase("TRUE")) {
            problems.add("the database is read-only: open it for writing");
        }
    }

    private void postgresql() throws SQLException {
        int version = Integer.parseInt(text("SHOW server_version_num"));
        if (version < Dialect.OLDEST_POSTGRESQL * 10_000) {
            problems.add("PostgreSQL " + text("SHOW server_version") + " is too old: use " + Dialect.OLDEST_POSTGRESQL
                    + " or newer");
        }
        setting("server_encoding", "UTF8", "create the database with ENCODING 'UTF8'");
        setting("standard_conforming_strings", "on", "turn it on for this role or database");
        setting("transaction_read_only", "off", "connect to the primary, with default_transaction_read_only off");
        if (!mayLose && text("SHOW synchronous_commit").equals("off")) {
            problems.add("synchronous_commit is off, so what was answered may be lost when the database is killed:"
                    + " turn it on, or accept that by allowingLoss()");
        }
    }

    private void setting(String name, String needed, String whatToDo) throws SQLException {
        String found = text("SHOW " + name);
        if (!found.equals(needed)) {
            problems.add(name + " is " + found + ", not " + needed + ": " + whatToDo);
        }
    }

    /** The schema's version, where migrate() has written it down. */
    private void history(Map<String, Set<String>> found) throws SQLException {
        if (!found.containsKey(HISTORY)) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT \"version\", \"success\" FROM \"" + HISTORY + "\"")) {
            while (rows.next()) {
                String version = rows.getString(1);
                if (version != null && !versions.contains(version)) {
                    problems.add("the schema has version " + version + " of a newer library, this one knows " + versions
                            + ": use the newer library");
                }
                if (!rows.getBoolean(2)) {
                    problems.add("version " + version + " of the schema was applied in part: repair it by hand");
                }
            }
        }
    }

    private void tables(Map<String, Set<String>> found, boolean isWritable) throws SQLException {
        for (Map.Entry<String, List<String>> table : expected.written().entrySet()) {
            String name = table.getKey();
            List<String> missing = new ArrayList<>(expected.columns(name));
            missing.removeAll(found.getOrDefault(name, Set.of()));
            if (!found.containsKey(name)) {
                problems.add("table " + name + " is missing: call migrate(), or apply schema()");
            } else if (!missing.isEmpty()) {
                problems.add(
                        "columns " + missing + " of table " + name + " are missing: call migrate(), or apply schema()");
            } else {
                rights(name, table.getValue(), isWritable);
            }
        }
        for (String sequence : expected.sequences()) {
            if (!isUsable(sequence)) {
                problems.add("the sequence " + sequence + " is missing, or USAGE of it is not granted to this user");
            }
        }
    }

    /** By statements that change nothing. */
    private void rights(String table, List<String> columns, boolean isWritable) throws SQLException {
        String first = columns.get(0);
        String all = String.join(", ", columns);
        List<String> denied = new ArrayList<>();
        if (!isAllowed("SELECT " + all + " FROM " + table + " WHERE 1 = 0")) {
            denied.add("SELECT");
        }
        if (isWritable && !isAllowed("UPDATE " + table + " SET " + first + " = " + first + " WHERE 1 = 0")) {
            denied.add("UPDATE");
        }
        if (isWritable && !isAllowed("DELETE FROM " + table + " WHERE 1 = 0")) {
            denied.add("DELETE");
        }
        if (isWritable
                && !isAllowed(
                        "INSERT INTO " + table + " (" + all + ") SELECT " + all + " FROM " + table + " WHERE 1 = 0")) {
            denied.add("INSERT");
        }
        if (!denied.isEmpty()) {
            problems.add("this user may not " + denied + " in table " + table + ": grant it");
        }
    }

    /** It is not moved for that. */
    private boolean isUsable(String sequence) throws SQLException {
        String usable = dialect == Dialect.H2
                ? text("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = CURRENT_SCHEMA"
                        + " AND LOWER(SEQUENCE_NAME) = '" + sequence + "'")
                : text("SELECT COUNT(*) WHERE has_sequence_privilege(to_regclass('" + sequence + "'), 'USAGE')");
        return usable.equals("1");
    }

    private boolean isAllowed(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
            return true;
        } catch (SQLException refused) {
            if (SqlFaults.of(refused) instanceof StoreUnusable || connection.isValid(1)) {
                return false;
            }
            throw refused;
        }
    }

    private Map<String, Set<String>> found() throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String ours = metadata.storesUpperCaseIdentifiers() ? "BILLING%" : "billing%";
        Map<String, Set<String>> found = new TreeMap<>();
        for (String pattern : Set.of(ours, HISTORY)) {
            try (ResultSet rows = metadata.getColumns(connection.getCatalog(), connection.getSchema(), pattern, null)) {
                while (rows.next()) {
                    String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                    found.computeIfAbsent(table, none -> new TreeSet<>())
                            .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return found;
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
