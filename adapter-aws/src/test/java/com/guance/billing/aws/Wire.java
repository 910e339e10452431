package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import com.guance.billing.inmemory.marketplace.CallRate;
import com.guance.billing.inmemory.marketplace.InMemoryMarketplace;
import com.guance.billing.inmemory.marketplace.ListedProduct;
import com.guance.billing.inmemory.marketplace.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The simulated marketplace over loopback HTTP, called with AWS's own signer and with any body; Alice has bought two days ago. */
final class Wire implements AutoCloseable {

    static final String ALICE = "111122223333";
    static final String BOB = "444455556666";
    static final String PRODUCT = "prod-obs";
    static final String GB = "data_gb";
    static final Object GONE = new Object();
    static final Instant NOON = Instant.parse("2026-03-18T12:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    final MovableClock clock = MovableClock.at(NOON.minus(Duration.ofDays(2)));
    final InMemoryMarketplace aws;
    final AwsOnLoopback server;

    private final HttpClient http = HttpClient.newHttpClient();

    Wire(ListedProduct product, CallRate rate) {
        aws = InMemoryMarketplace.selling(product, clock, rate);
        server = AwsOnLoopback.start(aws, Sdk.ACCESS_KEY, Sdk.SECRET_KEY);
    }

    static ListedProduct product() {
        return ListedProduct.global(PRODUCT, GB);
    }

    /** A product of the legacy form. */
    static Wire legacy() {
        return legacy(product());
    }

    static Wire legacy(ListedProduct product) {
        Wire wire = new Wire(product, CallRate.unlimited());
        wire.aws.subscribe(ALICE);
        wire.clock.moveTo(NOON);
        return wire;
    }

    /** A product listed by license. */
    static Wire licensed() {
        Wire wire = new Wire(product().byLicense(), CallRate.unlimited());
        wire.aws.agree(ALICE);
        wire.clock.moveTo(NOON);
        return wire;
    }

    String alice() {
        return aws.customerIdentifier(ALICE);
    }

    /** The ARN of Alice's license, as a landing names it. */
    String arn() throws Exception {
        return resolve(aws.issueToken(ALICE)).json().path("LicenseArn").asText();
    }

    /** One unit of Alice's, now, but for what differs: names and values in turn; {@link #GONE} takes a member away. */
    Map<String, Object> usage(Object... different) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("Timestamp", clock.instant().getEpochSecond());
        record.put("Dimension", GB);
        record.put("Quantity", 1);
        record.put("CustomerIdentifier", alice());
        return with(record, different);
    }

    /** The same, named by account and license. */
    Map<String, Object> licensedUsage(Object... different) throws Exception {
        Map<String, Object> record =
                usage("CustomerIdentifier", GONE, "CustomerAWSAccountId", ALICE, "LicenseArn", arn());
        return with(record, different);
    }

    static Map<String, Object> allocation(int quantity, String... tags) {
        Map<String, Object> allocation = new LinkedHashMap<>();
        allocation.put("AllocatedUsageQuantity", quantity);
        if (tags.length > 0) {
            List<Map<String, String>> pairs = new ArrayList<>();
            for (int i = 0; i < tags.length; i += 2) {
                pairs.add(Map.of("Key", tags[i], "Value", tags[i + 1]));
            }
            allocation.put("Tags", pairs);
        }
        return allocation;
    }

    /** In the legacy or account form: with a product code. */
    Answer meter(Object... records) throws Exception {
        return call("BatchMeterUsage", Map.of("ProductCode", PRODUCT, "UsageRecords", Arrays.asList(records)));
    }

    /** In the license form: without a product code. */
    Answer meterByLicense(Object... records) throws Exception {
        return call("BatchMeterUsage", Map.of("UsageRecords", Arrays.asList(records)));
    }

    Answer resolve(String token) throws Exception {
        return call("ResolveCustomer", Map.of("RegistrationToken", token));
    }

    Answer call(String operation, Object body) throws Exception {
        return text(operation, json(body));
    }

    Answer text(String operation, String body) throws Exception {
        return send(signed(operation, body), body);
    }

    static String json(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value);
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    SdkHttpRequest signed(String operation, String body) {
        return signed(request(operation), body, Sdk.ACCESS_KEY, Sdk.SECRET_KEY, Clock.systemUTC());
    }

    SdkHttpRequest request(String operation) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(server.endpoint())
                .encodedPath("/")
                .putHeader("X-Amz-Target", "AWSMPMeteringService." + operation)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .build();
    }

    static SdkHttpRequest signed(SdkHttpRequest request, String body, String key, String secret, Clock at) {
        return signed(request, body, AwsCredentialsIdentity.create(key, secret), "us-east-1", "aws-marketplace", at);
    }

    static SdkHttpRequest signed(
            SdkHttpRequest request,
            String body,
            AwsCredentialsIdentity caller,
            String region,
            String service,
            Clock at) {
        return SIGNER.sign(call -> call.identity(caller)
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, at))
                .request();
    }

    Answer send(SdkHttpRequest signed, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(signed.getUri().toString()));
        signed.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<String> answer = http.send(
                request.method(signed.method().name(), BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        return new Answer(answer, parsed(answer.body()));
    }

    @Override
    public void close() {
        server.close();
    }

    private static Map<String, Object> with(Map<String, Object> record, Object... different) {
        for (int i = 0; i < different.length; i += 2) {
            if (different[i + 1].equals(GONE)) {
                record.remove((String) different[i]);
            } else {
                record.put((String) different[i], different[i + 1]);
            }
        }
        return record;
    }

    /** What came back. */
    record Answer(HttpResponse<String> http, JsonNode json) {

        /** The statuses of the records, in their order. */
        List<String> statuses() {
            assertThat(http.statusCode()).as(http.body()).isEqualTo(200);
            return StreamSupport.stream(json.path("Results").spliterator(), false)
                    .map(result -> result.path("Status").asText())
                    .toList();
        }

        void isAccepted() {
            assertThat(statuses()).isNotEmpty().containsOnly("Success");
        }

        void isRefused(int status, String type) {
            assertThat(json.path("__type").asText()).as(http.body()).isEqualTo(type);
            assertThat(http.statusCode()).isEqualTo(status);
        }

        void isRefused(String type) {
            isRefused(400, type);
        }
    }
}
