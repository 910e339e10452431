package com.guance.billing.jdbc;

import com.guance.billing.ports.faults.StoreUnusable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Where the databases differ. */
enum Dialect {
    /** H2 in PostgreSQL's mode: it compares texts by code point by itself. */
    H2("H2", "VARCHAR", "SELECT %2$s FROM FINAL TABLE (%1$s) changed %3$s"),
    /** PostgreSQL. */
    POSTGRESQL(
            "PostgreSQL", "VARCHAR COLLATE \"C\"", "WITH changed AS (%1$s RETURNING *) SELECT %2$s FROM changed %3$s");

    private final String product;
    private final String text;
    private final String selectChanged;

    Dialect(String product, String text, String selectChanged) {
        this.product = product;
        this.text = text;
        this.selectChanged = selectChanged;
    }

    /**
     * The dialect of a database.
     *
     * @throws StoreUnusable if it is none of these
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return Stream.of(values())
                .filter(dialect -> dialect.product.equals(product))
                .findFirst()
                .orElseThrow(
                        () -> new StoreUnusable("the database is " + product + "; H2 and PostgreSQL are served", null));
    }

    /** The folder of its own scripts. */
    String folder() {
        return this == H2 ? "h2" : "postgresql";
    }

    /** The type of a text that is compared by code point. */
    String text() {
        return text;
    }

    /** Whether arrays that are parameters can stand for rows. */
    boolean takesArrays() {
        return this == POSTGRESQL;
    }

    /** One statement that updates, and asks something of the rows that it updated. */
    String selectChanged(String update, String columns, String grouping) {
        return String.format(java.util.Locale.ROOT, selectChanged, update, columns, grouping);
    }
}
