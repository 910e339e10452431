package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.LateChargesContract;

class InMemoryLateChargesTest implements LateChargesContract {

    private final UnitOfWork store = InMemoryBilling.create();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
