package com.guance.billing.application;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A marketplace that refuses calls of several records, and that calls of one record reach only for one customer. */
record RefusingBatches(Marketplace real, String reachable) implements Marketplace {

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
        if (records.size() > 1) {
            return Either.left(new BatchRejected("InvalidTagException"));
        }
        if (records.get(0).id().meter().customer().key().contains(reachable)) {
            return real.meter(records);
        }
        throw new MarketplaceUnreachable("no route", null);
    }
}
