package com.guance.billing.application;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StoreUnavailable;
import io.vavr.control.Either;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The store as one run sees it: once it could not be reached, it is not asked again, for each attempt may wait as long as the pool or
 * the driver does (REL-3). A transaction that was begun and broke says nothing of the next. Of one thread.
 */
final class UntilUnreachable implements UnitOfWork {

    private final UnitOfWork store;
    private @Nullable StoreUnavailable unreachable;

    UntilUnreachable(UnitOfWork store) {
        this.store = store;
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        if (unreachable != null) {
            throw unreachable;
        }
        Begun<L, R> begun = new Begun<>(work);
        try {
            return store.inTransaction(begun);
        } catch (StoreUnavailable broken) {
            if (!begun.isBegun) {
                unreachable = broken;
            }
            throw broken;
        }
    }

    /** Work, and whether the store let it begin. */
    private static final class Begun<L, R> implements Function<Stores, Either<L, R>> {

        private final Function<Stores, Either<L, R>> work;
        private boolean isBegun;

        Begun(Function<Stores, Either<L, R>> work) {
            this.work = work;
        }

        @Override
        public Either<L, R> apply(Stores stores) {
            isBegun = true;
            return work.apply(stores);
        }
    }
}
