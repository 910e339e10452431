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
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
        BatchMeterUsageRequest request = PortRecords.request(engine.product(), records);
        return calling(
                () -> Either.right(PortRecords.answers(request.records(), engine.batchMeterUsage(request))),
                error -> AwsErrors.isThrottling(error)
                        ? Either.right(Collections.nCopies(records.size(), new MeteringAnswer.Unprocessed()))
                        : Either.left(AwsErrors.batch(error)));
    }

    /** It bears the marketplace's time unless the connection was dropped. */
    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records, Consumer<Instant> clock) {
        Either<BatchRejected, List<MeteringAnswer>> answer = meter(records);
        clock.accept(engine.now());
        return answer;
    }

    private Either<LandingRefusal, Arrival> arrival(Landing landing, ResolveCustomerAnswer answer) {
        if (!answer.productCode().equals(profile.product().code())) {
            return Either.left(new LandingRefusal.TokenForAnotherProduct(profile.product(), answer.productCode()));
        }
        return Either.right(new Arrival(
                customer(answer),
                CloudAccountId.of(profile.marketplace(), answer.customerAwsAccountId()),
                landing.freeTrial()));
    }

    /** Known by a license only where AWS names no customer identifier: products of the legacy scheme have licenses as well. */
    private MarketplaceCustomer customer(ResolveCustomerAnswer answer) {
        return answer.customerIdentifier() == null
                ? MarketplaceCustomer.Licensed.of(
                        profile.product(), answer.customerAwsAccountId(), Objects.requireNonNull(answer.licenseArn()))
                : new MarketplaceCustomer.Legacy(profile.product(), answer.customerIdentifier());
    }

    /** The causes are left out, so that no fault can tell what was asked. */
    private static <T> T calling(Supplier<T> call, Function<AwsException, T> refused) {
        try {
            return call.get();
        } catch (ConnectionDroppedException dropped) {
            if (dropped.isRefused()) {
                throw new MarketplaceUnreachable("the marketplace refused the connection", null);
            }
            throw new MarketplaceUnavailable("the marketplace did not answer", null);
        } catch (AwsException error) {
            return refused.apply(error);
        }
    }
}
