package com.guance.billing.example.meter;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A marketplace that remembers what it was asked (INV-8): an hour of a meter is the same each time (MET-6). */
final class Watched implements Marketplace {

    private final Marketplace real;
    private final Breakable store;
    private final Map<RecordId, RecordContent> asked = new HashMap<>();
    private int calledAfter = -1;

    Watched(Marketplace real, Breakable store) {
        this.real = real;
        this.store = store;
    }

    /** Whether no transaction was committed since the last call. */
    boolean isAnswerUnstored() {
        return calledAfter == store.done();
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
        records.forEach(record -> {
            RecordContent before = asked.putIfAbsent(record.id(), record.content());
            if (before != null && !before.equals(record.content())) {
                throw new AssertionError("INV-8 MET-6 of one hour first " + before + ", then " + record.content());
            }
        });
        if (records.size() > MOST_RECORDS) {
            throw new AssertionError("SUB-2 " + records.size() + " records in a call");
        }
        calledAfter = store.done();
        return real.meter(records);
    }
}
