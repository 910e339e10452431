package com.guance.billing.application;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driving.RehearseDue;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** ASK-4: the very code that runs in earnest, within one transaction that is given up, before marketplaces that only listen. */
record RehearsingDue(
        Transactions transactions, Marketplaces marketplaces, BiFunction<UnitOfWork, Marketplaces, RunDue> earnest)
        implements RehearseDue {

    @Override
    public Rehearsal rehearse(Instant at) {
        return transactions
                .<Rehearsal, Void>ask(stores -> Either.left(within(stores, at)))
                .getLeft();
    }

    private Rehearsal within(Stores stores, Instant at) {
        List<Call> calls = new ArrayList<>();
        Marketplaces listening = marketplaces.on(real -> new Listening(real.profile(), calls));
        RunDue.Done done = earnest.apply(new Within(stores), listening).run(at);
        return new Rehearsal(calls, done);
    }

    /** Every transaction of the rehearsal is a part of the one that is given up. */
    private record Within(Stores stores) implements UnitOfWork {

        @Override
        public <L, R> Either<L, R> inTransaction(Function<Stores, Either<L, R>> work) {
            return work.apply(stores);
        }
    }

    private record Listening(MarketplaceProfile profile, List<Call> calls) implements Marketplace {

        @Override
        public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
            throw new IllegalStateException("nobody lands in a rehearsal");
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(
                List<MeteringRecord> records, Consumer<Instant> clock) {
            return meter(records);
        }

        @Override
        public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
            calls.add(new Call(profile.product(), records));
            return Either.right(records.stream()
                    .<MeteringAnswer>map(record -> new MeteringAnswer.Accepted("rehearsed"))
                    .toList());
        }
    }
}
