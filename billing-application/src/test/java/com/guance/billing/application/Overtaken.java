package com.guance.billing.application;

import com.guance.billing.application.WatchedStore.Call;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** One node's store, in which another node is done between what a transaction reads and what it writes. */
final class Overtaken implements UnitOfWork {

    private static final Set<String> ANSWERING =
            Set.of("Charges.add", "Charges.gather", "Charges.forfeit", "Charges.unsettle");

    private final UnitOfWork shared;
    private Predicate<Call> moment = call -> false;
    private Runnable others = () -> {};

    Overtaken(UnitOfWork shared) {
        this.shared = shared;
    }

    /** The next transaction that writes this is overtaken, once. */
    void whenItWrites(Predicate<Call> what, Runnable something) {
        moment = what;
        others = something;
    }

    @Override
    public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
        List<Call> writes = new ArrayList<>();
        Either<L, R> answer = shared.<Either<L, R>, Void>inTransaction(stores ->
                        Either.left(work.apply(WatchedStore.watched(stores, call -> note(call, writes)))))
                .getLeft();
        if (writes.stream().anyMatch(moment)) {
            moment = call -> false;
            others.run();
        }
        return answer.flatMap(right -> shared.inTransaction(stores -> {
            writes.forEach(write -> write.repeat(stores));
            return answer;
        }));
    }

    private static void note(Call call, List<Call> writes) {
        if (call.method().getReturnType().equals(void.class) || ANSWERING.contains(call.name())) {
            writes.add(call);
        }
    }
}
