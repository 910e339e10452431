package com.guance.billing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

/** On one database for the whole class, emptied for each test, by a pool of connections. */
class PostgresTest extends StoreContracts {

    private static final HikariDataSource POOL = Databases.POSTGRESQL.pool();

    PostgresTest() {
        super(emptied());
    }

    @AfterAll
    static void close() {
        POOL.close();
    }

    private static DataSource emptied() {
        Databases.run(
                POOL,
                "TRUNCATE billing_journal, billing_workspace, billing_arrears_lock, billing_cloud_account,"
                        + " billing_subscription, billing_agreement, billing_arrears, billing_metering_record,"
                        + " billing_meter, billing_lot, billing_charge, billing_remainder, billing_forfeiture,"
                        + " billing_claim, billing_notice, billing_call_permit, billing_run,"
                        + " billing_time_confirmation, billing_submission_hold, billing_undelivered, billing_redelivery, billing_unreadable,"
                        + " billing_unreached");
        return POOL;
    }
}
