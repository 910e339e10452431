package com.guance.billing.inmemory.plants;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.util.function.Function;

/** Units of work that commit too much, or tell something else than what happened. */
final class CarelessUnitOfWork {

    private CarelessUnitOfWork() {}

    static UnitOfWork committingLeft() {
        UnitOfWork sound = InMemoryBilling.create();
        return new UnitOfWork() {
            @Override
            public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
                return sound.<L, Either<L, R>>inTransaction(stores -> Either.right(work.apply(stores)))
                        .get();
            }
        };
    }

    static UnitOfWork committingWhatThrew() {
        UnitOfWork sound = InMemoryBilling.create();
        return new UnitOfWork() {
            @Override
            public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
                RuntimeException[] thrown = new RuntimeException[1];
                Either<L, Either<L, R>> result = sound.inTransaction(stores -> {
                    try {
                        return work.apply(stores).map(Either::right);
                    } catch (RuntimeException broken) {
                        thrown[0] = broken;
                        return Either.right(Either.right(null));
                    }
                });
                if (thrown[0] != null) {
                    throw thrown[0];
                }
                return result.flatMap(Function.identity());
            }
        };
    }

    static UnitOfWork wrappingWhatThrew() {
        UnitOfWork sound = InMemoryBilling.create();
        return new UnitOfWork() {
            @Override
            public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
                try {
                    return sound.inTransaction(work);
                } catch (UnsupportedOperationException broken) {
                    throw new IllegalStateException(broken);
                }
            }
        };
    }
}
