package com.guance.billing.application;

import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A marketplace that never answers a call in which one dimension is metered. */
record PoisonedMarketplace(Marketplace real, Dimension poison) implements Marketplace {

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
        if (records.stream().anyMatch(record -> record.id().meter().dimension().equals(poison))) {
            throw new MarketplaceUnavailable("no answer", null);
        }
        return real.meter(records);
    }
}
