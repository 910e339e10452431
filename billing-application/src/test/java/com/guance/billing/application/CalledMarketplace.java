package com.guance.billing.application;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A marketplace that is watched: what each call brought, which records were in two calls at once, and what others do during a call. */
final class CalledMarketplace implements Marketplace {

    private final Marketplace real;
    private final List<List<RecordId>> calls = new ArrayList<>();
    private final Set<RecordId> inFlight = new HashSet<>();
    private final Set<RecordId> twiceAtOnce = new HashSet<>();
    private Runnable during = () -> {};
    private int resolved;

    CalledMarketplace(Marketplace real) {
        this.real = real;
    }

    /** What others do while the next call is on its way. */
    void during(Runnable others) {
        during = others;
    }

    List<List<RecordId>> calls() {
        return List.copyOf(calls);
    }

    Set<RecordId> twiceAtOnce() {
        return Set.copyOf(twiceAtOnce);
    }

    /** How many tokens it was asked to resolve. */
    int resolved() {
        return resolved;
    }

    @Override
    public MarketplaceProfile profile() {
        return real.profile();
    }

    @Override
    public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
        resolved++;
        return real.resolve(landing, at);
    }

    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records, Consumer<Instant> clock) {
        return meter(records);
    }

    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
        List<RecordId> ids = records.stream().map(MeteringRecord::id).toList();
        calls.add(ids);
        ids.stream().filter(id -> !inFlight.add(id)).forEach(twiceAtOnce::add);
        Runnable others = during;
        during = () -> {};
        try {
            others.run();
            return real.meter(records);
        } finally {
            ids.forEach(inFlight::remove);
        }
    }
}
