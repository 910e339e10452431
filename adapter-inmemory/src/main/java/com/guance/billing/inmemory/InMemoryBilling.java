package com.guance.billing.inmemory;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * All of the library's stores in memory. It keeps every promise of a database but the one of remembering: transactions are atomic
 * and serial, versions go stale, and nothing that it hands out is alive. It is lost with the object.
 *
 * <p>Transactions wait for each other, also those that only read. May be shared between threads.
 */
public final class InMemoryBilling implements UnitOfWork {

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private Memory memory = Memory.empty();

    private InMemoryBilling() {}

    /** An empty store. */
    public static InMemoryBilling create() {
        return new InMemoryBilling();
    }

    /** Another store that begins with what is committed in this one; later changes of either do not reach the other. */
    public InMemoryBilling copy() {
        oneAtATime.lock();
        try {
            InMemoryBilling copy = new InMemoryBilling();
            copy.memory = memory;
            return copy;
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        if (oneAtATime.isHeldByCurrentThread()) {
            throw new IllegalStateException("this thread is in a transaction already, and transactions do not nest");
        }
        oneAtATime.lock();
        try (Draft draft = new Draft(memory)) {
            Either<L, R> result = work.apply(draft);
            if (result.isRight()) {
                memory = draft.written();
            }
            return result;
        } finally {
            oneAtATime.unlock();
        }
    }
}
