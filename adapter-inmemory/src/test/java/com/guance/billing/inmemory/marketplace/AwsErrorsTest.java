package com.guance.billing.inmemory.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.MarketplaceProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What AWS's errors mean")
class AwsErrorsTest {

    @ParameterizedTest
    @DisplayName("SUB-6: what one record can bring upon its batch is a rejection")
    @ValueSource(
            strings = {
                "TimestampOutOfBoundsException",
                "InvalidUsageDimensionException",
                "InvalidUsageAllocationsException",
                "InvalidTagException",
                "InvalidCustomerIdentifierException",
                "InvalidLicenseException",
                "ValidationException"
            })
    void ofARecord(String type) {
        assertThat(AwsErrors.batch(AwsException.refused(type, "why"))).isEqualTo(new BatchRejected(type));
    }

    @Test
    @DisplayName("SUB-6: a code that nobody knows refuses the batch, and says so")
    void unknown() {
        assertThat(AwsErrors.batch(AwsException.refused("ExceptionOfTomorrow", "why")))
                .isEqualTo(BatchRejected.unknown("ExceptionOfTomorrow"));
    }

    @Test
    @DisplayName("SUB-2: a request that is too large is a rejection, so that it is cut in two")
    void tooLarge() {
        assertThat(AwsErrors.batch(new AwsException(413, "RequestEntityTooLargeException", "why")))
                .isEqualTo(new BatchRejected("RequestEntityTooLargeException"));
    }

    @ParameterizedTest
    @DisplayName("what is wrong with us is a misconfiguration, so that no record is held for it")
    @CsvSource({
        "400, InvalidProductCodeException",
        "400, DisabledApiException",
        "400, UnrecognizedClientException",
        "403, ExpiredTokenException",
        "403, AccessDeniedException",
        "403, ValidationException"
    })
    void ours(int status, String type) {
        AwsException error = new AwsException(status, type, "why");
        assertThatExceptionOfType(MarketplaceMisconfigured.class).isThrownBy(() -> AwsErrors.batch(error));
        assertThatExceptionOfType(MarketplaceMisconfigured.class).isThrownBy(() -> AwsErrors.landing(error));
    }

    @ParameterizedTest
    @DisplayName("what is wrong with AWS leaves the caller in doubt")
    @CsvSource({"500, InternalServiceErrorException", "503, ServiceUnavailable"})
    void theirs(int status, String type) {
        AwsException error = new AwsException(status, type, "why");
        assertThatExceptionOfType(MarketplaceUnavailable.class).isThrownBy(() -> AwsErrors.batch(error));
        assertThatExceptionOfType(MarketplaceUnavailable.class).isThrownBy(() -> AwsErrors.landing(error));
    }

    @Test
    @DisplayName("ARR-1: a token that AWS's model does not allow is invalid")
    void aMalformedTokenIsInvalid() {
        assertThat(AwsErrors.landing(AwsException.invalid("too long"))).isEqualTo(new LandingRefusal.TokenInvalid());
    }

    @Test
    @DisplayName("a port is of the product that the marketplace lists")
    void aPortIsOfTheProduct() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Market.global().aws.asPort(MarketplaceProfile.aws("another")));
    }
}
