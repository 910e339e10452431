package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.MovableClock;
import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

@DisplayName("The body that is signed is the one that is sent:")
class SignedBodyTest {

    private static final String ACCOUNT = "111122223333";

    private final InMemoryMarketplace aws =
            InMemoryMarketplace.selling(LoopbackMarket.product().byLicense(), MovableClock.at(Records.HOUR));
    private final Licensed customer = Licensed.of(Records.PROFILE.product(), ACCOUNT, aws.agree(ACCOUNT));
    private final AwsOnLoopback server = AwsOnLoopback.start(aws, Sdk.ACCESS_KEY, Sdk.SECRET_KEY);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("licenses are written before the signature is made")
    void signed() {
        assertThat(meter(Sdk.SECRET_KEY, body -> body)).containsExactly("Accepted");
        assertThat(aws.billed()).hasSize(1);
    }

    @Test
    @DisplayName("a license that was written afterwards would be refused, and so is another secret")
    void tampered() {
        assertThatThrownBy(() -> meter(Sdk.SECRET_KEY, body -> body.replace("license:l-", "license:L-")))
                .isInstanceOf(MarketplaceMisconfigured.class)
                .hasMessageContaining("InvalidSignatureException");
        assertThatThrownBy(() -> meter("ANOTHER", body -> body))
                .isInstanceOf(MarketplaceMisconfigured.class)
                .hasMessageContaining("InvalidSignatureException")
                .hasMessageNotContaining("ANOTHER");
        assertThat(aws.billed()).isEmpty();
    }

    private List<String> meter(String secret, UnaryOperator<String> wire) {
        MeteringRecord record = Records.of(customer, Records.DIMENSION, RecordContent.of(Records.HOUR, List.of()));
        try (MarketplaceMeteringClient sdk = MarketplaceMeteringClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(Sdk.ACCESS_KEY, secret)))
                .httpClient(new Wire(UrlConnectionHttpClient.create(), wire))
                .build()) {
            List<MeteringAnswer> answers = AwsMarketplace.of(sdk, Records.PROFILE)
                    .meter(List.of(record))
                    .get();
            return answers.stream()
                    .map(answer -> answer.getClass().getSimpleName())
                    .toList();
        }
    }

    /** An HTTP client that changes what is sent, after it was signed. */
    private record Wire(SdkHttpClient sound, UnaryOperator<String> change) implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            byte[] changed = change.apply(body(request)).getBytes(StandardCharsets.UTF_8);
            return sound.prepareRequest(HttpExecuteRequest.builder()
                    .request(request.httpRequest())
                    .contentStreamProvider(() -> new ByteArrayInputStream(changed))
                    .build());
        }

        @Override
        public void close() {
            sound.close();
        }

        private static String body(HttpExecuteRequest request) {
            try (InputStream content = request.contentStreamProvider().get().newStream()) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
