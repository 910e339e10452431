package com.guance.billing.example.meter;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.StoreUnavailable;
import io.vavr.control.Either;
import java.util.function.Function;

/** A store whose server goes down between two transactions, or at the end of one so that nobody hears that it was committed. */
final class Breakable implements UnitOfWork {

    private final UnitOfWork real;
    private int left = Integer.MAX_VALUE;
    private boolean committed;
    private int done;
    private boolean broken;

    Breakable(UnitOfWork real) {
        this.real = real;
    }

    /** Goes down when so many more transactions are done, the last of which may be committed without being told so. */
    void breakAfter(int transactions, boolean andOneMoreIsCommitted) {
        left = transactions;
        committed = andOneMoreIsCommitted;
    }

    void mend() {
        left = Integer.MAX_VALUE;
        broken = false;
    }

    boolean isBroken() {
        return broken;
    }

    /** How many transactions were committed ever. */
    int done() {
        return done;
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        if (left == 0) {
            if (!broken && committed) {
                Either<L, R> nobodyHears = real.inTransaction(work);
                done += nobodyHears.isRight() ? 1 : 0;
            }
            broken = true;
            throw new StoreUnavailable("the test has taken the store down", null);
        }
        left--;
        Either<L, R> result = real.inTransaction(work);
        done++;
        return result;
    }
}
