package com.guance.billing.benchmarks;

import com.guance.billing.metering.Charge;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Durable intake of charges on PostgreSQL with fsync on, through a pool of connections as a host has one: by the library; and raw,
 * as many rows of the same columns, with the same indexes and conflict handling, by the fastest statement known to us, which sends
 * what is the same in all rows once.
 */
final class Intake implements AutoCloseable {

    private static final String COLUMNS = "INSERT INTO raw_charge (charge_key, cloud_account, workspace, site, lot,"
            + " quantity, from_second, until_second, from_nano, until_nano)";

    private static final String VALUES = " 'us1', 1, %s, 1773129600, 1773129660, 0, 0";

    private static final String MANY = COLUMNS + " SELECT k, 'aws:123456789012', w," + VALUES.formatted("q")
            + " FROM unnest(?::text[], ?::text[], ?::numeric[]) AS t(k, w, q) ON CONFLICT DO NOTHING";

    private static final String ONE =
            COLUMNS + " VALUES (?, 'aws:123456789012', ?," + VALUES.formatted("?") + ") ON CONFLICT DO NOTHING";

    private final Server server = new Server();
    private final Rig rig;

    /** Starts the server, and binds a hundred workspaces. */
    Intake() throws IOException, SQLException {
        rig = new Rig(server.pool(), 100);
        server.execute("CREATE TABLE raw_charge (LIKE billing_charge INCLUDING ALL)");
    }

    /** New charges. */
    List<Charge> charges(int count) {
        return rig.charges(count);
    }

    /** The library: one durable transaction. */
    Object take(List<Charge> charges) {
        return rig.billing().takeCharges().take(charges, rig.now());
    }

    /** The limit: one durable statement. */
    int raw(List<Charge> charges) throws SQLException {
        return charges.size() == 1 ? one(charges.get(0)) : many(charges);
    }

    private int one(Charge charge) throws SQLException {
        try (Connection connection = server.pool().getConnection();
                PreparedStatement insert = connection.prepareStatement(ONE)) {
            insert.setString(1, charge.key());
            insert.setString(2, charge.workspace().value());
            insert.setBigDecimal(3, charge.usage().quantity().value());
            return insert.executeUpdate();
        }
    }

    private int many(List<Charge> charges) throws SQLException {
        try (Connection connection = server.pool().getConnection();
                PreparedStatement insert = connection.prepareStatement(MANY)) {
            insert.setArray(1, connection.createArrayOf("text", texts(charges, Charge::key)));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", texts(charges, charge -> charge.workspace().value())));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "numeric",
                            charges.stream()
                                    .map(charge -> charge.usage().quantity().value())
                                    .toArray(BigDecimal[]::new)));
            return insert.executeUpdate();
        }
    }

    /** Stops the server. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    private static String[] texts(List<Charge> charges, Function<Charge, String> text) {
        return charges.stream().map(text).toArray(String[]::new);
    }
}
