package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.ChargeHistoriesContract;
import com.zaxxer.hikari.HikariDataSource;
import net.jqwik.api.lifecycle.AfterContainer;

/** By a pool: each history takes hundreds of transactions. */
class PostgresChargeHistoriesProperties implements ChargeHistoriesContract {

    private static final HikariDataSource POOL = Databases.POSTGRESQL.pool();

    private final UnitOfWork store = JdbcBilling.over(POOL).unitOfWork();

    @AfterContainer
    static void close() {
        POOL.close();
    }

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
