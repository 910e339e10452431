package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.CloudAccountId;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.arrival.Landing;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.ports.faults.IdentityPending;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.subscription.AnsweredNames;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Product;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.List;
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
                        true,
                        new AnsweredNames(Option.some("cust-1"), Option.none()))));
    }

    private static final String ARN = "arn:aws:license-manager::294406891311:license:l-1f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"CustomerIdentifier\":\"\",",
                "\"CustomerIdentifier\":null,",
                "\"CustomerIdentifier\":\"cust-1\","
            })
    @DisplayName("ARR-9 in the license form a license names the customer, whatever other names the answer brings")
    void licensed(String identifier) {
        aws.answers(200, "{" + identifier + license(ARN));

        assertThat(resolve(Records.PROFILE.byLicense()).get().customer())
                .isEqualTo(new MarketplaceCustomer.Licensed(Records.PROFILE.product(), "111122223333", "l-1f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"CustomerIdentifier\":\"cust-1\","})
    @DisplayName("ARR-9 in the account form the AWS account does, with a license and without")
    void byAccount(String identifier) {
        aws.answers(200, "{" + identifier + license(ARN))
                .answers(200, Resolved.answer("null", "\"prod-obs\"", "\"111122223333\""));

        for (int i = 0; i < 2; i++) {
            assertThat(resolve(Records.PROFILE.byAccount()).get().customer())
                    .isEqualTo(new MarketplaceCustomer.Account(Records.PROFILE.product(), "111122223333"));
        }
    }

    @Test
    @DisplayName("ARR-9 SUB-10 in the legacy form the identifier does until the product moves, and then the license")
    void both() {
        String answer = "{\"CustomerIdentifier\":\"cust-1\"," + license(ARN);
        aws.answers(200, answer).answers(200, answer);
        MarketplaceProfile moving = Records.PROFILE.movingToLicenses(Records.HOUR);
        AwsMarketplace marketplace = AwsMarketplace.of(sdk, moving);

        Arrival before = marketplace
                .resolve(Resolved.landing(), Records.HOUR.minusNanos(1))
                .get();
        Arrival after = marketplace.resolve(Resolved.landing(), Records.HOUR).get();

        assertThat(before.customer()).isEqualTo(new MarketplaceCustomer.Legacy(moving.product(), "cust-1"));
        assertThat(after.customer())
                .isEqualTo(new MarketplaceCustomer.Licensed(moving.product(), "111122223333", "l-1f"));
        assertThat(List.of(before.names(), after.names()))
                .containsOnly(new AnsweredNames(Option.some("cust-1"), Option.some(ARN)));
    }

    @Test
    @DisplayName("ARR-9 without the name that its form needs a buyer is pending, never somebody by another name")
    void pending() {
        aws.answers(200, Resolved.JSON)
                .answers(200, "{" + license(ARN))
                .answers(200, "{" + license("").replace("\"\"", "7"));

        for (MarketplaceProfile profile :
                List.of(Records.PROFILE.byLicense(), Records.PROFILE, Records.PROFILE.byLicense())) {
            assertThatThrownBy(() -> resolve(profile))
                    .isInstanceOf(IdentityPending.class)
                    .hasMessageNotContaining(Resolved.TOKEN)
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:license-manager::999988887777:license:l-1f",
                "aws:license-manager:us-east-1:294406891311:l-1f",
                "arn:aws-cn:license-manager:cn-northwest-1:1:license:l-1f"
            })
    @DisplayName("MET-6 the ARN is kept as it was answered")
    void spelling(String arn) {
        aws.answers(200, "{" + license(arn));

        assertThat(resolve(Records.PROFILE.byLicense()).get().names().licenseArn())
                .containsExactly(arn);
    }

    @Test
    @DisplayName("a license that is none is illegible")
    void illegibleLicense() {
        aws.answers(200, "{" + license("arn:aws:license-manager::1:license:l/1"));

        assertThatThrownBy(() -> resolve(Records.PROFILE.byLicense()))
                .isInstanceOf(MarketplaceUnavailable.class)
                .hasMessageContaining("its license or account id");
    }

    private Either<LandingRefusal, Arrival> resolve(MarketplaceProfile profile) {
        return AwsMarketplace.of(sdk, profile).resolve(Resolved.landing(), Records.HOUR);
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

        assertThat(AwsMarketplace.of(sdk, Records.PROFILE)
                        .resolve(landing, Records.HOUR)
                        .getLeft())
                .isEqualTo(new LandingRefusal.ProductUnknown(elsewhere));
        assertThat(aws.requests()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("an answer without the buyer's account or identifier is illegible")
    @CsvSource(
            delimiter = '|',
            value = {
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
            assertThatThrownBy(() -> AwsMarketplace.of(none, Records.PROFILE).resolve(Resolved.landing(), Records.HOUR))
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
        return AwsMarketplace.of(sdk, Records.PROFILE).resolve(Resolved.landing(), Records.HOUR);
    }
}
