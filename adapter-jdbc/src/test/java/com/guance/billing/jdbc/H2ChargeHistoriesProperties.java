package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.ChargeHistoriesContract;

class H2ChargeHistoriesProperties implements ChargeHistoriesContract {

    private final UnitOfWork store = JdbcBilling.over(Databases.H2.migrated()).unitOfWork();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
