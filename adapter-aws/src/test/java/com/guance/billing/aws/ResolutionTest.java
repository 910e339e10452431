package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.CloudAccountId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

class ResolutionTest {

    private final ScriptedAws aws = new ScriptedAws();
    private final MarketplaceMeteringClient sdk =
            Sdk.client(aws.endpoint(), settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()));

    ResolutionTest() throws IOException {}

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    @DisplayName("ARR-2 an arrival names customer, account and trial")
    void resolves() {
        aws.answers(200, Resolved.JSON);

        assertThat(resolve())
                .isEqualTo(Either.right(new Arrival(
                        new MarketplaceCustomer.Legacy(Records.PROFILE.product(), "cust-1"),
                        new CloudAccountId("aws:111122223333"),
                        true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"CustomerIdentifier\":\"\",", "\"CustomerIdentifier\":null,"})
    @DisplayName("ARR-2 without a customer identifier a license names the customer")
    void licensed(String identifier) {
        aws.answers(200, "{" + identifier + license("arn:aws:license-manager::294406891311:license:l-1f"));

        assertThat(resolve())
                .isEqualTo(Either.right(new Arrival(
                        new MarketplaceCustomer.Licensed(Records.PROFILE.product(), "111122223333", "l-1f"),
                        new CloudAccountId("aws:111122223333"),
                        true)));
    }

    @Test
    @DisplayName(
            "SUB-10 with both, the identifier does: a legacy product's customers do not change their name by themselves")
    void both() {
        aws.answers(
                200,
                "{\"CustomerIdentifier\":\"cust-1\"," + license("arn:aws:license-manager::294406891311:license:l-1f"));

        assertThat(resolve().get().customer())
                .isEqualTo(new MarketplaceCustomer.Legacy(Records.PROFILE.product(), "cust-1"));
    }

    @Test
    @DisplayName("a license that is none is illegible")
    void illegibleLicense() {
        aws.answers(200, "{" + license("arn:aws:license-manager::1:license:l/1"))
                .answers(200, "{" + license("").replace("\"\"", "7"));

        assertFault(MarketplaceUnavailable.class, "its license or account id");
        assertFault(MarketplaceUnavailable.class, "no customer identifier and no license");
    }

    private static String license(String arn) {
        return "\"ProductCode\":\"prod-obs\",\"CustomerAWSAccountId\":\"111122223333\",\"LicenseArn\":\"" + arn + "\"}";
    }

    @Test
    @DisplayName("ARR-1 invalid, expired and foreign tokens are refusals")
    void refusals() {
        aws.error(400, "InvalidTokenException")
                .error(400, "ValidationException")
                .error(400, "ExpiredTokenException", "The submitted registration token has expired.")
                .answers(200, Resolved.answer("null", "\"prod-other\"", "null"));

        assertThat(resolve().getLeft()).isEqualTo(new LandingRefusal.TokenInvalid());
        assertThat(resolve().getLeft()).isEqualTo(new LandingRefusal.TokenInvalid());
        assertThat(resolve().getLeft()).isEqualTo(new LandingRefusal.TokenExpired());
        assertThat(resolve().getLeft())
                .isEqualTo(new LandingRefusal.TokenForAnotherProduct(Records.PROFILE.product(), "prod-other"));
    }

    @ParameterizedTest
    @DisplayName("SUB-6 ExpiredToken without words that say whose token is the operator's fault, at any status")
    @CsvSource({
        "400, ExpiredTokenException, ''",
        "400, ExpiredTokenException, Token expired",
        "400, ExpiredTokenException, The security token included in the request is expired",
        "400, ExpiredToken, The provided token has expired.",
        "403, ExpiredTokenException, The security token included in the request is expired",
        "500, ExpiredTokenException, The security token included in the request is expired",
        "400, InvalidTokenException, The security token included in the request is invalid",
        "400, ValidationException, The session token is malformed"
    })
    void expiredCredentials(int status, String code, String words) {
        aws.error(status, code, words);

        assertFault(MarketplaceMisconfigured.class, code + ", HTTP " + status);
    }

    @ParameterizedTest
    @DisplayName("SUB-6 an expired registration token is the buyer's, at any status")
    @ValueSource(ints = {400, 403})
    void expiredRegistrationToken(int status) {
        aws.error(status, "ExpiredTokenException", "RegistrationToken is expired");

        assertThat(resolve().getLeft()).isEqualTo(new LandingRefusal.TokenExpired());
    }

    @Test
    @DisplayName("ARR-1 a landing of a product that is not sold here is refused, and its token goes nowhere")
    void productUnknown() {
        Product elsewhere = new Product("aws-cn", "prod-obs");
        Landing landing = new Landing(elsewhere, new RegistrationToken("t"), false);

        assertThat(AwsMarketplace.of(sdk, Records.PROFILE).resolve(landing).getLeft())
                .isEqualTo(new LandingRefusal.ProductUnknown(elsewhere));
        assertThat(aws.requests()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("an answer without the buyer's account or identifier is illegible")
    @CsvSource(
            delimiter = '|',
            value = {
                "null | \"prod-obs\" | \"1\" | customer identifier",
                "\" \" | \"prod-obs\" | \"1\" | customer identifier",
                "\"c\\u0000\" | \"prod-obs\" | \"1\" | customer identifier",
                "\"c\" | null | \"1\" | product code",
                "\"c\" | \"prod-obs\" | null | account id",
                "\"c\" | \"prod-obs\" | \"12a\" | account id is not a number"
            })
    void illegible(String customer, String product, String account, String what) {
        aws.answers(200, Resolved.answer(customer, product, account));

        assertFault(MarketplaceUnavailable.class, what);
    }

    @ParameterizedTest
    @DisplayName("AWS refuses us: expired credentials are not an expired token")
    @CsvSource({
        "403, ExpiredTokenException",
        "403, InvalidTokenException",
        "403, AccessDeniedException",
        "400, DisabledApiException",
        "400, UnrecognizedClientException",
        "400, ExceptionOfTomorrow"
    })
    void misconfigured(int status, String code) {
        aws.error(status, code);

        assertFault(MarketplaceMisconfigured.class, code);
    }

    @ParameterizedTest
    @DisplayName("what passes by itself may be tried again")
    @CsvSource({
        "400, ThrottlingException",
        "500, InternalServiceErrorException",
        "503, ServiceUnavailable",
        "407, 'SECRET-TOKEN is no code'"
    })
    void unavailable(int status, String code) {
        aws.error(status, code);

        assertFault(MarketplaceUnavailable.class, "HTTP " + status);
    }

    @Test
    @DisplayName("a broken or truncated answer may be tried again")
    void broken() {
        aws.drops().cutsShort("{\"CustomerIdentifier\":").answers(200, "SECRET-TOKEN");

        assertFault(MarketplaceUnavailable.class, "SdkClientException");
        assertFault(MarketplaceUnavailable.class, "SdkClientException");
        assertFault(MarketplaceUnavailable.class, "SdkClientException");
    }

    @Test
    @DisplayName("without credentials nothing leaves: a person is needed")
    void noCredentials() {
        try (MarketplaceMeteringClient none = Sdk.client(aws.endpoint(), () -> {
            throw new IllegalStateException("SECRET-TOKEN");
        })) {
            assertThatThrownBy(() -> AwsMarketplace.of(none, Records.PROFILE).resolve(Resolved.landing()))
                    .isInstanceOf(MarketplaceMisconfigured.class)
                    .hasMessage("ResolveCustomer was never sent: IllegalStateException");
        }
    }

    /** The fault, and that neither it nor anything behind it repeats the token, as AWS's messages here do (ARR-1). */
    private void assertFault(Class<? extends Fault> kind, String what) {
        assertThatThrownBy(this::resolve)
                .isInstanceOf(kind)
                .hasMessageContaining(what)
                .hasMessageNotContaining(Resolved.TOKEN)
                .hasNoCause()
                .hasNoSuppressedExceptions();
    }

    private Either<LandingRefusal, Arrival> resolve() {
        return AwsMarketplace.of(sdk, Records.PROFILE).resolve(Resolved.landing());
    }
}
