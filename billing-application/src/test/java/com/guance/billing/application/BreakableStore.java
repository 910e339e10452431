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
    private boolean keepsWorkspaces = true;

    BreakableStore(UnitOfWork real) {
        this.real = real;
    }

    /** Goes down when so many more transactions are done. */
    void breakAfter(int transactions) {
        left = transactions;
    }

    /** Whatever changes workspaces fails; a notice is heard, and its cascade breaks. */
    void breakCascades() {
        keepsWorkspaces = false;
    }

    void mend() {
        left = Integer.MAX_VALUE;
        keepsWorkspaces = true;
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        if (left == 0) {
            throw down();
        }
        left--;
        return keepsWorkspaces
                ? real.inTransaction(work)
                : real.inTransaction(stores -> work.apply(WatchedStore.watched(stores, BreakableStore::refuse)));
    }

    private static void refuse(WatchedStore.Call call) {
        if (call.name().equals("Workspaces.save")) {
            throw down();
        }
    }

    private static StoreUnavailable down() {
        return new StoreUnavailable("the test has taken the store down", null);
    }
}
