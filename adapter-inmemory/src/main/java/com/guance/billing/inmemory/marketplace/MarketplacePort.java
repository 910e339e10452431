package com.guance.billing.inmemory.marketplace;

import com.guance.billing.CloudAccountId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The library's face of the engine: the same rules as on the wire, without the wire. */
record MarketplacePort(InMemoryMarketplace engine, MarketplaceProfile profile) implements Marketplace {

    @Override
    public Either<LandingRefusal, Arrival> resolve(Landing landing) {
        return calling(
                () -> arrival(landing, engine.resolveCustomer(landing.token().value())),
                error -> Either.left(AwsErrors.landing(error)));
    }

    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
        List<Option<UsageRecord>> asked =
                records.stream().map(PortRecords::usage).toList();
        List<UsageRecord> usage = asked.stream().flatMap(Option::toJavaStream).toList();
        if (usage.isEmpty()) {
            return Either.right(PortRecords.answers(asked, new BatchMeterUsageAnswer(List.of(), List.of())));
        }
        return calling(
                () -> Either.right(PortRecords.answers(
                        asked,
                        engine.batchMeterUsage(
                                new BatchMeterUsageRequest(profile.product().code(), usage)))),
                error -> AwsErrors.isThrottling(error)
                        ? Either.right(Collections.nCopies(records.size(), new MeteringAnswer.Unprocessed()))
                        : Either.left(AwsErrors.batch(error)));
    }

    private Either<LandingRefusal, Arrival> arrival(Landing landing, ResolveCustomerAnswer answer) {
        if (!answer.productCode().equals(profile.product().code())) {
            return Either.left(new LandingRefusal.TokenForAnotherProduct(profile.product(), answer.productCode()));
        }
        return Either.right(new Arrival(
                new MarketplaceCustomer.Legacy(profile.product(), answer.customerIdentifier()),
                CloudAccountId.of(profile.marketplace(), answer.customerAwsAccountId()),
                landing.freeTrial()));
    }

    /** The causes are left out, so that no fault can tell what was asked. */
    private static <T> T calling(Supplier<T> call, Function<AwsException, T> refused) {
        try {
            return call.get();
        } catch (ConnectionDroppedException dropped) {
            throw new MarketplaceUnavailable("the marketplace did not answer", null);
        } catch (AwsException error) {
            return refused.apply(error);
        }
    }
}
