package com.guance.billing.application;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.util.function.Function;

/** One node's store, between two of whose transactions other nodes do something. */
final class Interposed implements UnitOfWork {

    private final UnitOfWork shared;
    private int left = Integer.MAX_VALUE;
    private Runnable others = () -> {};

    Interposed(UnitOfWork shared) {
        this.shared = shared;
    }

    /** When so many more transactions of this node are done, others do something, once. */
    void after(int transactions, Runnable something) {
        left = transactions;
        others = something;
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        if (left == 0) {
            left = Integer.MAX_VALUE;
            others.run();
        }
        left--;
        return shared.inTransaction(work);
    }
}
