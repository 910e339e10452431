package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.util.function.Consumer;
import java.util.function.Function;

/** A transaction in a line. */
final class Transactions {

    private Transactions() {}

    static void run(UnitOfWork store, Consumer<Stores> work) {
        boolean unused = ask(store, stores -> {
            work.accept(stores);
            return true;
        });
    }

    static <T> T ask(UnitOfWork store, Function<Stores, T> work) {
        return store.<Void, T>inTransaction(stores -> Either.right(work.apply(stores)))
                .get();
    }
}
