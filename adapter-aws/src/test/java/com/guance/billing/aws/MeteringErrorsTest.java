package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

class MeteringErrorsTest {

    private final ScriptedAws aws = new ScriptedAws();
    private final MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint());

    MeteringErrorsTest() throws IOException {}

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @ParameterizedTest
    @DisplayName("SUB-6 a refusal that a single record can bring about rejects the batch, with AWS's code")
    @ValueSource(
            strings = {
                "InvalidUsageDimensionException",
                "InvalidTagException",
                "InvalidUsageAllocationsException",
                "InvalidCustomerIdentifierException",
                "InvalidLicenseException",
                "TimestampOutOfBoundsException",
                "ValidationException"
            })
    void rejected(String code) {
        aws.error(400, code);

        assertThat(meter(sdk)).isEqualTo(Either.left(new BatchRejected(code)));
        assertThat(aws.requests()).hasSize(1);
    }

    @Test
    @DisplayName("SUB-6 a refusal by a code that nobody knows rejects the batch, and says that it is unknown")
    void unknownCode() {
        aws.error(400, "ExceptionOfTomorrow");

        assertThat(meter(sdk)).isEqualTo(Either.left(BatchRejected.unknown("ExceptionOfTomorrow")));
    }

    @Test
    @DisplayName("SUB-2 a request that is too large is rejected, so that it is cut in two")
    void tooLarge() {
        aws.error(413, "RequestEntityTooLargeException");

        assertThat(meter(sdk)).isEqualTo(Either.left(new BatchRejected("RequestEntityTooLargeException")));
    }

    @ParameterizedTest
    @DisplayName("SUB-7 throttled: certainly not billed, and not repeated behind the port")
    @CsvSource({
        "400, ThrottlingException",
        "400, com.amazonaws.marketplace#ThrottlingException",
        "429, TooManyRequestsException",
        "503, SlowDown"
    })
    void throttled(int status, String code) {
        aws.error(status, code);

        assertThat(meter(sdk).get())
                .containsExactly(new MeteringAnswer.Unprocessed(), new MeteringAnswer.Unprocessed());
        assertThat(aws.requests()).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("SUB-6 no record is to blame: a person is needed, nothing was billed, and no record is held")
    @CsvSource({
        "400, DisabledApiException",
        "400, UnrecognizedClientException",
        "400, IncompleteSignatureException",
        "400, ExpiredTokenException",
        "400, AccessDeniedException",
        "400, UnknownOperationException",
        "400, InvalidProductCodeException",
        "400, InvalidEndpointRegionException",
        "400, SerializationException",
        "404, ResourceNotFoundException",
        "403, ValidationException",
        "403, InvalidTagException",
        "403, ExpiredTokenException",
        "403, InvalidSignatureException",
        "403, RequestTimeTooSkewed"
    })
    void misconfigured(int status, String code) {
        aws.error(status, code);

        assertThatThrownBy(() -> meter(sdk))
                .isInstanceOf(MarketplaceMisconfigured.class)
                .hasMessageContaining(code)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @ParameterizedTest
    @DisplayName("SUB-1 an error that is not certainly AWS's refusal leaves every record in doubt")
    @CsvSource({"500, InternalServiceErrorException", "503, ServiceUnavailable", "408, RequestTimeout", "500, 'a b'"})
    void unavailable(int status, String code) {
        aws.error(status, code);

        assertInDoubt();
    }

    @ParameterizedTest
    @DisplayName("SUB-1 an error without AWS's code is of something in between: in doubt")
    @ValueSource(ints = {302, 400, 403, 404, 407, 413, 429, 502})
    void proxies(int status) {
        aws.answers(status, "<html>SECRET-TOKEN</html>");

        assertInDoubt();
    }

    @ParameterizedTest
    @DisplayName("SUB-1 an illegible answer leaves every record in doubt")
    @ValueSource(
            strings = {
                "{\"Results\":",
                "[]",
                "SECRET-TOKEN",
                "{\"Results\":{}}",
                "{\"Results\":[{\"Status\":\"Success\",\"UsageRecord\":{\"Timestamp\":\"noon\"}}]}"
            })
    void illegible(String body) {
        aws.answers(200, body);

        assertInDoubt();
    }

    @Test
    @DisplayName("SUB-1 an answer that is cut short leaves every record in doubt")
    void truncated() {
        aws.cutsShort("{\"Results\":[]");

        assertInDoubt();
    }

    @Test
    @DisplayName("without credentials nothing leaves: a person is needed")
    void noCredentials() {
        try (MarketplaceMeteringClient none = Sdk.client(aws.endpoint(), () -> {
            throw new IllegalStateException("SECRET");
        })) {
            assertThatThrownBy(() -> meter(none))
                    .isInstanceOf(MarketplaceMisconfigured.class)
                    .hasMessage("BatchMeterUsage was never sent: IllegalStateException")
                    .hasNoCause();
        }
        assertThat(aws.requests()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("SUB-6 an error of the service that gives credentials is not taken for the marketplace's")
    @CsvSource({"400, ValidationException, false", "400, ThrottlingException, true", "500, InternalFailure, true"})
    void errorsOfCredentials(int status, String code, boolean passes) {
        AwsServiceException ofSts = AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
        try (MarketplaceMeteringClient none = Sdk.client(aws.endpoint(), () -> {
            throw ofSts;
        })) {
            assertThatThrownBy(() -> meter(none))
                    .isInstanceOf(passes ? MarketplaceUnreachable.class : MarketplaceMisconfigured.class)
                    .hasMessageContaining("never sent");
        }
    }

    @Test
    @DisplayName("SUB-1 where credentials cannot be reached for nothing is sent, and it passes by itself")
    void credentialsOutOfReach() {
        try (MarketplaceMeteringClient none = Sdk.client(aws.endpoint(), () -> {
            throw SdkClientException.create("SECRET", new UnknownHostException("SECRET"));
        })) {
            assertThatThrownBy(() -> meter(none))
                    .isInstanceOf(MarketplaceUnreachable.class)
                    .hasMessage("BatchMeterUsage was never sent: SdkClientException < UnknownHostException");
        }
        assertThat(aws.requests()).isEmpty();
    }

    private void assertInDoubt() {
        assertThatThrownBy(() -> meter(sdk))
                .isInstanceOf(MarketplaceUnavailable.class)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
        assertThat(aws.requests()).hasSize(1);
    }

    private static Either<BatchRejected, List<MeteringAnswer>> meter(MarketplaceMeteringClient sdk) {
        MeteringRecord other = Records.of(Records.CUSTOMER, "hosts", Records.HOUR, 2);
        return AwsMarketplace.of(sdk, Records.PROFILE).meter(List.of(Records.of(5), other));
    }
}
