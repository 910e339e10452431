package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.HistoriesContract;

class H2HistoriesProperties implements HistoriesContract {

    private final UnitOfWork store = JdbcBilling.over(Databases.H2.migrated()).unitOfWork();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
