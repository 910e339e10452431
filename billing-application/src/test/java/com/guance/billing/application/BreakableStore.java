package com.guance.billing.application;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StoreUnavailable;
import io.vavr.control.Either;
import java.util.function.Function;

/** A store whose server goes down between two transactions, and comes back. */
final class BreakableStore implements UnitOfWork {

    private final UnitOfWork real;
    private int left = Integer.MAX_VALUE;

    BreakableStore(UnitOfWork real) {
        this.real = real;
    }

    /** Goes down when so many more transactions are done. */
    void breakAfter(int transactions) {
        left = transactions;
    }

    void mend() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        if (left == 0) {
            throw new StoreUnavailable("the test has taken the store down", null);
        }
        left--;
        return real.inTransaction(work);
    }
}
