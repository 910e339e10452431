package com.guance.billing.application;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Either;
import java.util.function.Function;

/** The one place that runs transactions, and runs them again when they lost a race. */
final class Transactions {

    private static final int ATTEMPTS = 50;

    private final UnitOfWork unit;

    Transactions(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Runs work that may refuse; left writes nothing. */
    <L, R> Either<L, R> ask(Function<Stores, Either<L, R>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return unit.inTransaction(work);
            } catch (StaleVersion lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    /** Runs work that cannot refuse. */
    <R> R run(Function<Stores, R> work) {
        return this.<Void, R>ask(stores -> Either.right(work.apply(stores))).get();
    }
}
