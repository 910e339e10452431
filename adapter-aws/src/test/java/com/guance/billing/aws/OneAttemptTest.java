package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.metering.MeteringAnswer.Unanswered;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringServiceClientConfiguration;

class OneAttemptTest {

    private final ScriptedAws aws = new ScriptedAws();

    OneAttemptTest() throws IOException {}

    @AfterEach
    void close() {
        aws.close();
    }

    /** All the ways in which a host can ask its client to retry. */
    @SuppressWarnings("deprecation") // the host may use the old ways, too
    static Stream<Named<Consumer<ClientOverrideConfiguration.Builder>>> clients() {
        return Stream.of(
                Named.of("nothing set", settings -> {}),
                Named.of("retry mode", settings -> settings.retryStrategy(RetryMode.STANDARD)),
                Named.of("adaptive", settings -> settings.retryStrategy(RetryMode.ADAPTIVE_V2)),
                Named.of("strategy", settings -> settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy())),
                Named.of("configurator", settings -> settings.retryStrategy(each -> each.maxAttempts(6))),
                Named.of("old policy", settings -> settings.retryPolicy(RetryMode.LEGACY)),
                Named.of("old policy, built", settings -> settings.retryPolicy(policy -> policy.numRetries(5))));
    }

    @ParameterizedTest
    @MethodSource("clients")
    @DisplayName("SUB-1 one call is one attempt, however the client was told to retry")
    void once(Consumer<ClientOverrideConfiguration.Builder> settings) {
        aws.answers(200, "{}")
                .drops()
                .error(500, "InternalServiceErrorException")
                .error(400, "ThrottlingException");
        try (MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint(), settings)) {
            AwsMarketplace marketplace = AwsMarketplace.of(sdk, Records.PROFILE);

            assertThat(marketplace.meter(List.of(Records.of(1))).get()).containsExactly(new Unanswered());
            assertThat(aws.requests()).hasSize(1);
            // on the connection that was kept alive, which an HTTP client likes to open again by itself
            assertThatThrownBy(() -> marketplace.meter(List.of(Records.of(1))))
                    .isInstanceOf(MarketplaceUnavailable.class);
            assertThat(aws.requests()).hasSize(2);
            assertThatThrownBy(() -> marketplace.meter(List.of(Records.of(1))))
                    .isInstanceOf(MarketplaceUnavailable.class);
            assertThat(aws.requests()).hasSize(3);
            assertThat(marketplace.meter(List.of(Records.of(1))).isRight()).isTrue();
            assertThat(aws.requests()).hasSize(4);
        }
    }

    @Test
    @DisplayName("SUB-1 the host's client stays as it is: its own calls are retried, before and after ours")
    void theClientStays() {
        try (MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint())) {
            aws.drops().answers(200, "{}").answers(200, "{}").drops().answers(200, "{}");
            sdk.batchMeterUsage(request -> request.productCode("prod-obs"));
            assertThat(AwsMarketplace.of(sdk, Records.PROFILE)
                            .meter(List.of(Records.of(1)))
                            .isRight())
                    .isTrue();
            sdk.batchMeterUsage(request -> request.productCode("prod-obs"));
        }
        assertThat(aws.requests()).hasSize(5);
    }

    @Test
    @DisplayName("ARR-1 resolving changes nothing at AWS and keeps the client's retries")
    void resolvingIsRetried() {
        aws.drops().error(500, "InternalServiceErrorException").answers(200, Resolved.JSON);
        try (MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint())) {
            assertThat(AwsMarketplace.of(sdk, Records.PROFILE)
                            .resolve(Resolved.landing(), Records.HOUR)
                            .isRight())
                    .isTrue();
        }
        assertThat(aws.requests()).hasSize(3);
    }

    @Test
    @DisplayName("SUB-1 a call that takes too long is in doubt; the host's own limit counts, if it has one")
    void timeouts() {
        aws.isSilent();
        try (MarketplaceMeteringClient sdk =
                Sdk.client(aws.endpoint(), settings -> settings.apiCallTimeout(Duration.ofMillis(200)))) {
            assertThatThrownBy(() -> AwsMarketplace.of(sdk, Records.PROFILE).meter(List.of(Records.of(1))))
                    .isInstanceOf(MarketplaceUnavailable.class)
                    .hasMessageContaining("ApiCallTimeoutException");
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(timeoutWith(settings -> {})).isEqualTo(SdkCall.LONGEST);
        assertThat(timeoutWith(settings -> settings.apiCallTimeout(Duration.ofHours(1))))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    @DisplayName("the SDK heeds a limit that comes with a request")
    void limitOfARequest() {
        aws.isSilent();
        SdkPlugin limit = client -> client.overrideConfiguration(
                settings -> settings.apiCallTimeout(Duration.ofMillis(200)).retryStrategy(RetryMode.STANDARD));
        try (MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint())) {
            assertThatThrownBy(() -> sdk.batchMeterUsage(
                            request -> request.overrideConfiguration(override -> override.addPlugin(limit))))
                    .isInstanceOf(ApiCallTimeoutException.class);
        }
    }

    @Test
    @DisplayName("SUB-1 an interrupted thread stays interrupted, and its call may be made again")
    void interrupted() {
        try (MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> AwsMarketplace.of(sdk, Records.PROFILE).meter(List.of(Records.of(1))))
                    .isInstanceOf(MarketplaceUnreachable.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Duration timeoutWith(Consumer<ClientOverrideConfiguration.Builder> settings) {
        MarketplaceMeteringServiceClientConfiguration.Builder client =
                MarketplaceMeteringServiceClientConfiguration.builder();
        ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder();
        settings.accept(override);
        client.overrideConfiguration(override.build());
        SdkCall.once(List.of()).configureClient(client);
        return client.build().overrideConfiguration().apiCallTimeout().orElseThrow();
    }
}
