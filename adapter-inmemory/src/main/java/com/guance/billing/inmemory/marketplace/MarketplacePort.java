package com.guance.billing.inmemory.marketplace;

import com.guance.billing.CloudAccountId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.faults.IdentityPending;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The library's face of the engine: the same rules as on the wire, without the wire. */
record MarketplacePort(InMemoryMarketplace engine, MarketplaceProfile profile) implements Marketplace {

    @Override
    public Either<LandingRefusal, Arrival> resolve(Landing landing, Instant at) {
        return calling(
                () -> arrival(landing, engine.resolveCustomer(landing.token().value()), at),
                error -> Either.left(AwsErrors.landing(error)));
    }

    @Override
    public Either<BatchRejected, List<MeteringAnswer>> meter(List<MeteringRecord> records) {
        if (records.stream()
                        .map(record -> IdentityForm.of(record.id().meter().customer()))
                        .distinct()
                        .count()
                > 1) {
            return Either.left(new BatchRejected("MixedIdentitySchemes"));
        }
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

    private Either<LandingRefusal, Arrival> arrival(Landing landing, ResolveCustomerAnswer answer, Instant at) {
        if (!answer.productCode().equals(profile.product().code())) {
            return Either.left(new LandingRefusal.TokenForAnotherProduct(profile.product(), answer.productCode()));
        }
        AnsweredNames names = new AnsweredNames(Option.of(answer.customerIdentifier()), Option.of(answer.licenseArn()));
        return Either.right(new Arrival(
                profile.customer(names, answer.customerAwsAccountId(), at)
                        .getOrElseThrow(() -> new IdentityPending("the marketplace does not name the buyer yet", null)),
                CloudAccountId.of(profile.marketplace(), answer.customerAwsAccountId()),
                landing.freeTrial(),
                names));
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
