package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.ChargeHistoriesContract;

class InMemoryChargeHistoriesProperties implements ChargeHistoriesContract {

    private final UnitOfWork store = InMemoryBilling.create();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
