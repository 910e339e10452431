package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.IdleHoursContract;

class InMemoryIdleHoursTest implements IdleHoursContract {

    private final UnitOfWork store = InMemoryBilling.create();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
