package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.UnreadablesContract;

class InMemoryUnreadablesTest implements UnreadablesContract {

    private final UnitOfWork store = InMemoryBilling.create();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
