package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.SubmissionHoldsContract;

class InMemorySubmissionHoldsTest implements SubmissionHoldsContract {

    private final UnitOfWork store = InMemoryBilling.create();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
