package com.guance.billing.testkit;

import com.guance.billing.ports.driven.UnitOfWork;

/** What the contracts of all stores start from. */
public interface StoreContract {

    /** The store under test: empty when a test begins, and the same one until the test ends. */
    UnitOfWork unitOfWork();
}
