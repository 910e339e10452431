package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.HistoriesContract;

class PostgresHistoriesProperties implements HistoriesContract {

    private final UnitOfWork store =
            JdbcBilling.over(Databases.POSTGRESQL.migrated()).unitOfWork();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
