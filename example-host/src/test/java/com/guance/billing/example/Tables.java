package com.guance.billing.example;

import com.guance.billing.jdbc.JdbcBilling;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A database whose every row can be looked at. */
record Tables(HikariDataSource source) {

    static Tables of(RealStore store) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(store.url());
        source.setMaximumPoolSize(4);
        return new Tables(source);
    }

    OpenStore open() {
        return new OpenStore(JdbcBilling.over(source).migrate().unitOfWork(), source::close);
    }

    /** All rows of all tables of the library, as text. */
    Map<String, List<String>> rows() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : rows(
                    statement,
                    "SELECT table_name FROM information_schema.tables WHERE lower(table_name) LIKE 'billing%'")) {
                rows.put(table, rows(statement, "SELECT * FROM \"" + table + "\""));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(result.getString(i));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows.stream().sorted().toList();
    }
}
