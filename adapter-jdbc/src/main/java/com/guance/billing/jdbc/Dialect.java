package com.guance.billing.jdbc;

import com.guance.billing.ports.faults.StoreUnusable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the databases differ. */
enum Dialect {
    /** H2 in PostgreSQL's mode: it compares texts by code point by itself. */
    H2("H2", "VARCHAR", "JOIN %1$s c ON %2$s"),
    /** PostgreSQL. */
    POSTGRESQL(
            "PostgreSQL",
            "VARCHAR COLLATE \"C\"",
            "CROSS JOIN LATERAL (SELECT * FROM %1$s c WHERE %2$s ORDER BY %3$s LIMIT :limit) c");

    /** The oldest of its major versions that has all that the scripts and statements use: computed columns. */
    static final int OLDEST_POSTGRESQL = 12;

    private final String product;
    private final String text;
    private final String first;

    Dialect(String product, String text, String first) {
        this.product = product;
        this.text = text;
        this.first = first;
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

    /**
     * Joins each row with those of a table {@code c} that fit: at least the first {@code :limit} of them in an order, and no others
     * where the database can leave them out.
     */
    String withFirst(String table, String on, String order) {
        return String.format(Locale.ROOT, first, table, on, order);
    }
}
