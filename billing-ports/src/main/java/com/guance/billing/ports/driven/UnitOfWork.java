package com.guance.billing.ports.driven;

import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.ports.faults.StoreBusy;
import com.guance.billing.ports.faults.StoreUnavailable;
import io.vavr.control.Either;
import java.util.function.Function;

/**
 * All or nothing.
 *
 * <ul>
 *   <li><em>right</em> commits everything that was written through the stores, events included;
 *   <li><em>left</em> writes nothing (INV-6);
 *   <li>an exception writes nothing and reaches the caller as it is;
 *   <li>what another transaction has not committed is not seen;
 *   <li>what a transaction has written itself it sees;
 *   <li>of two transactions that save one aggregate from one version, one is refused as {@link StaleVersion}.
 * </ul>
 */
public interface UnitOfWork {

    /**
     * Runs work in a transaction of its own.
     *
     * @param work what to do with the stores; they are void when it returns
     * @param <L> the refusal
     * @param <R> the result
     * @return what the work returned
     * @throws StaleVersion if another transaction was first; also where the work only reads, if this store remembered what another has
     *     changed since: run again, it reads what is
     * @throws StoreBusy if the store waited too long for what another transaction holds
     * @throws StoreUnavailable if the store cannot be reached; the work was not called, or the connection was lost on the way
     * @throws IllegalStateException if the work starts another transaction: they do not nest
     */
    <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work);
}
