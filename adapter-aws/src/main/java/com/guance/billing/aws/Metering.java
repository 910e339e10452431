package com.guance.billing.aws;

import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;
import software.amazon.awssdk.services.marketplacemetering.model.BatchMeterUsageResponse;

/**
 * One call of {@code BatchMeterUsage}, attempted once (page of that name in the API reference; SUB-1, SUB-3, SUB-6).
 *
 * <p>Whatever is not certain is in doubt: only an error with AWS's own code, of the kind that is a client's, says that nothing was
 * billed.
 */
final class Metering {

    private static final BatchRejected SEVERAL_FORMS = new BatchRejected("MixedIdentitySchemes");

    private final MarketplaceMeteringClient client;
    private final MarketplaceProfile profile;
    private final Product product;
    private final Breakdown breakdown = new Breakdown("BatchMeterUsage");

    Metering(MarketplaceMeteringClient client, MarketplaceProfile profile) {
        this.client = client;
        this.profile = profile;
        this.product = profile.product();
    }

    Either<BatchRejected, List<MeteringAnswer>> of(List<MeteringRecord> records, Consumer<Instant> clock) {
        UsageBatch batch = UsageBatch.of(product, records);
        if (batch.isMixed()) {
            return Either.left(SEVERAL_FORMS);
        }
        RawAnswer raw = new RawAnswer();
        SdkCall call = SdkCall.once(companions(batch, raw));
        BatchMeterUsageResponse answer;
        try {
            answer = client.batchMeterUsage(request -> request.productCode(product.code())
                    .usageRecords(batch.usageRecords())
                    .overrideConfiguration(call::ride));
        } catch (RuntimeException thrown) {
            return withoutResults(call, thrown, batch);
        } finally {
            call.answeredAt().forEach(clock);
        }
        return Either.right(batch.answers(answer, AnsweredLicenses.of(raw)));
    }

    /** In the other forms nothing but the SDK writes a request or reads an answer. */
    private List<ExecutionInterceptor> companions(UsageBatch batch, RawAnswer raw) {
        List<String> arns = batch.licenseArns(profile);
        return arns.isEmpty() ? List.of() : List.of(new LicenseFields(arns), raw);
    }

    private Either<BatchRejected, List<MeteringAnswer>> withoutResults(
            SdkCall call, RuntimeException thrown, UsageBatch batch) {
        if (call.wasNeverAttempted()) {
            throw breakdown.neverAttempted(thrown);
        }
        if (call.wasNeverSent(thrown)) {
            throw breakdown.neverSent(thrown);
        }
        if (!(thrown instanceof AwsServiceException service)) {
            throw breakdown.noAnswer(thrown);
        }
        AwsError error = AwsError.of(service, call.signedAt());
        if (error.isThrottling()) {
            return Either.right(batch.unprocessed());
        }
        if (error.isOfRecords()) {
            return Either.left(new BatchRejected(error.code()));
        }
        if (error.isOfUnknownCause()) {
            return Either.left(BatchRejected.unknown(error.code()));
        }
        throw breakdown.answered(error);
    }
}
