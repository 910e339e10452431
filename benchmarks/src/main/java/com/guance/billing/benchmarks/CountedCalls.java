package com.guance.billing.benchmarks;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A marketplace whose metering calls are counted. */
final class CountedCalls implements Marketplace {

    private final Marketplace real;
    private final AtomicInteger calls = new AtomicInteger();

    CountedCalls(Marketplace real) {
        this.real = real;
    }

    int calls() {
        return calls.get();
    }

    @Override
    public MarketplaceProfile profile() {
        return real.profile();
    }

    @Override
    public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
        return real.resolve(landing, at);
    }

    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records, Consumer<Instant> clock) {
        return meter(records);
    }

    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
        calls.incrementAndGet();
        return real.meter(records);
    }
}
