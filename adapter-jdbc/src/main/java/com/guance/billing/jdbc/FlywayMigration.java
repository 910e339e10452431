package com.guance.billing.jdbc;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Applies the scripts by Flyway. The only class that needs Flyway, so that a host without it loads all others. */
record FlywayMigration(DataSource dataSource, Dialect dialect) {

    private static final int ATTEMPTS = 100;
    private static final Duration PAUSE = Duration.ofMillis(100); // at most

    void run() {
        Flyway flyway = flyway();
        for (int attempt = 1; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (attempt == ATTEMPTS || !isAnotherAtIt(e)) {
                    throw SqlFaults.of(e);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE.toNanos()) + 1);
            }
        }
    }

    private Flyway flyway() {
        return Flyway.configure(FlywayMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:" + Schema.SCRIPTS + "common", "classpath:" + Schema.SCRIPTS + dialect.folder())
                .placeholders(Map.of(Schema.TEXT, dialect.text()))
                .table("billing_schema_history")
                // the host's own tables may be there before ours
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    /** Another host has made the history table, and not written into it yet: Flyway takes no lock for that. */
    private static boolean isAnotherAtIt(FlywayException e) {
        return e.getMessage() != null && e.getMessage().contains("Unable to baseline");
    }
}
