package com.guance.billing.benchmarks;

import com.guance.billing.ports.driving.RunDue.Done;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * Closing an hour of a million charges of a thousand workspaces: by the library, submission included; and raw, by one GROUP BY whose
 * sums are inserted, before and after. To be run in a small heap, as {@code -Xmx128m}.
 */
public final class ClosingSideBySide {

    private static final int CHARGES = 1_000_000;
    private static final int WORKSPACES = 1_000;
    private static final int BATCH = 1_000;
    private static final int TURNS = 5;

    private static final String GROUP = "INSERT INTO raw_share SELECT workspace, site, floor(sum(quantity)),"
            + " sum(quantity) - floor(sum(quantity)) FROM billing_charge WHERE lot IN (SELECT id FROM billing_lot)"
            + " GROUP BY workspace, site";

    private ClosingSideBySide() {}

    /** Prints a line for each turn. */
    public static void main(String[] arguments) throws IOException, SQLException {
        for (int turn = 0; turn < TURNS; turn++) {
            try (Server server = new Server()) {
                Rig rig = new Rig(server.pool(), WORKSPACES);
                for (int taken = 0; taken < CHARGES; taken += BATCH) {
                    rig.billing().takeCharges().take(rig.charges(BATCH), rig.now());
                }
                compare(server, rig);
            }
        }
    }

    private static void compare(Server server, Rig rig) throws SQLException {
        server.execute("CREATE TABLE raw_share (workspace text, site text, units bigint, carried numeric)");
        server.vacuum();
        double before = server.execute(GROUP);
        rig.pass(Duration.ofMinutes(70));
        long start = System.nanoTime();
        Done done = rig.billing().due().run(rig.now());
        double library = (System.nanoTime() - start) / 1e6;
        if (done.closed() != 1 || rig.billed() != 1) {
            throw new IllegalStateException("one record was to be made and billed, not " + done);
        }
        double after = server.execute(GROUP);
        System.out.printf(
                Locale.ROOT,
                "%d charges: raw sums %.0f ms, closed and submitted %.0f ms, raw sums %.0f ms: %.2f times%n",
                CHARGES,
                before,
                library,
                after,
                2 * library / (before + after));
    }
}
