package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.ALICE;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire as plain HTTP sees it; the real SDK's view of it is tested where the SDK is. */
class AwsOnLoopbackTest {

    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=AKID/20260318/us-east-1/aws-marketplace/aws4_request, "
                    + "SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
                    + "0123456789abcdef".repeat(4);

    private final Market market = Market.global();
    private final AwsOnLoopback server = AwsOnLoopback.start(market.aws);
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("resolves a token in AWS's words")
    void resolves() throws Exception {
        HttpResponse<String> answer =
                post("ResolveCustomer", "{\"RegistrationToken\":\"" + market.aws.issueToken(ALICE) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(json.readTree(answer.body()))
                .isEqualTo(json.createObjectNode()
                        .put("CustomerIdentifier", market.alice)
                        .put("CustomerAWSAccountId", ALICE)
                        .put("ProductCode", "prod-obs"));
    }

    @Test
    @DisplayName("meters a record whose timestamp has a fraction, cut to the millisecond, and echoes it")
    void meters() throws Exception {
        HttpResponse<String> answer = meter("{\"Timestamp\":1773835200.1239,\"Dimension\":\"data_gb\",\"Quantity\":3,"
                + "\"CustomerAWSAccountId\":\"" + ALICE + "\",\"SomethingNew\":{},\"UsageAllocations\":["
                + "{\"AllocatedUsageQuantity\":3,\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}]}");

        JsonNode result = json.readTree(answer.body()).path("Results").path(0);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(result.path("Status").asText()).isEqualTo("Success");
        assertThat(result.path("MeteringRecordId").asText()).isNotEmpty();
        assertThat(result.path("UsageRecord").path("Timestamp").decimalValue()).isEqualByComparingTo("1773835200.123");
        assertThat(json.readTree(answer.body()).path("UnprocessedRecords").isEmpty())
                .isTrue();
        assertThat(market.aws.billed()).singleElement().satisfies(usage -> {
            assertThat(usage.timestamp()).isEqualTo(NOON.plusMillis(123));
            assertThat(usage.quantity()).isEqualTo(3);
            assertThat(usage.shares()).containsExactly(new BilledUsage.Share(Map.of("k", "v"), 3));
        });
    }

    @Test
    @DisplayName("an answer repeats each record as it was sent, members that were absent stay absent")
    void echoes() throws Exception {
        market.aws.whenMetering(Misbehaviour.leaveUnprocessed(1));
        String byAccount = "{\"Timestamp\":1773831600.250,\"Dimension\":\"data_gb\",\"Quantity\":1,"
                + "\"CustomerAWSAccountId\":\"" + ALICE + "\"}";

        assertThat(meter(good() + "," + byAccount).body())
                .contains("\"UsageRecord\":" + good())
                .contains("\"UnprocessedRecords\":[" + byAccount + "]");
    }

    @Test
    @DisplayName("a quantity that is absent or null is 0, as AWS documents")
    void quantityDefaults() throws Exception {
        meter("{\"Timestamp\":1773835200,\"Dimension\":\"data_gb\",\"Quantity\":null,\"CustomerIdentifier\":\""
                + market.alice + "\"}");
        assertThat(market.aws.billed()).extracting(BilledUsage::quantity).containsExactly(0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{'                                                  | SerializationException",
                "''                                                   | SerializationException",
                "'[]'                                                 | SerializationException",
                "'{} {}'                                              | SerializationException",
                "'{\"ProductCode\":\"p\",\"ProductCode\":\"p\"}'      | SerializationException",
                "'{\"UsageRecords\":{}}'                              | SerializationException",
                "'{\"UsageRecords\":[1]}'                             | SerializationException",
                "'{}'                                                 | ValidationException",
                "'{\"UsageRecords\":[{}]}'                            | ValidationException",
                "'{\"UsageRecords\":[]}'                              | ValidationException",
                "'{\"UsageRecords\":[],\"ProductCode\":\"prod\"}'     | InvalidProductCodeException",
                "'{\"UsageRecords\":[{\"Timestamp\":\"now\"}]}'       | SerializationException",
                "'{\"UsageRecords\":[{\"Timestamp\":1e999999999}]}'   | SerializationException",
                "'{\"UsageRecords\":[{\"Timestamp\":1,\"Dimension\":\"d\",\"Quantity\":1.5}]}' | SerializationException",
                "'{\"UsageRecords\":[{\"Timestamp\":1,\"Dimension\":\"d\",\"Quantity\":\"1\"}]}' | SerializationException",
            })
    @DisplayName("what is not the API's shape is refused by AWS's name for it")
    void badShapes(String body, String type) throws Exception {
        assertRefused(post("BatchMeterUsage", body), 400, type);
        assertThat(market.aws.billed()).isEmpty();
    }

    @Test
    @DisplayName("a token is never repeated in an error")
    void tokenIsNotRepeated() throws Exception {
        HttpResponse<String> answer = post("ResolveCustomer", "{\"RegistrationToken\":\"secret-token\"}");
        assertRefused(answer, 400, "InvalidTokenException");
        assertThat(answer.body()).doesNotContain("secret-token");
        assertRefused(post("ResolveCustomer", "{}"), 400, "ValidationException");
        assertRefused(post("ResolveCustomer", "{\"RegistrationToken\":7}"), 400, "SerializationException");
    }

    @Test
    @DisplayName("other operations, other paths and other methods are unknown")
    void unknownOperation() throws Exception {
        assertRefused(post("MeterUsage", "{}"), 400, "UnknownOperationException");
        assertRefused(send(request("ResolveCustomer").GET()), 400, "UnknownOperationException");
        assertRefused(
                send(request("ResolveCustomer")
                        .uri(server.endpoint().resolve("/other"))
                        .POST(BodyPublishers.ofString("{}"))),
                400,
                "UnknownOperationException");
        assertRefused(
                send(HttpRequest.newBuilder(server.endpoint()).POST(BodyPublishers.ofString("{}"))),
                400,
                "UnknownOperationException");
    }

    @Test
    @DisplayName("a request without a signature is not looked at")
    void unsigned() throws Exception {
        HttpRequest.Builder unsigned = HttpRequest.newBuilder(server.endpoint())
                .header("X-Amz-Target", "AWSMPMeteringService.ResolveCustomer")
                .POST(BodyPublishers.ofString("{}"));
        assertRefused(send(unsigned), 403, "MissingAuthenticationTokenException");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS4-HMAC-SHA256, Basic, 400, IncompleteSignatureException",
        "AKID/20260318, AKID/20260319, 400, IncompleteSignatureException",
        "host;x-amz-date, host, 400, IncompleteSignatureException",
        "0123456789abcdef, xyz, 400, IncompleteSignatureException",
        "aws-marketplace, sqs, 403, InvalidSignatureException",
        "us-east-1, eu-west-1, 403, InvalidSignatureException",
    })
    @DisplayName("a signature must be well formed, of its day, and scoped to the service and region")
    void badSignature(String part, String instead, int status, String type) throws Exception {
        HttpRequest.Builder request = request("ResolveCustomer")
                .setHeader("Authorization", SIGNED.replace(part, instead))
                .POST(BodyPublishers.ofString("{}"));
        assertRefused(send(request), status, type);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 3_000_000})
    @DisplayName("SUB-2 a body of 1 MB and more is refused, and the connection serves on")
    void tooLarge(int size) throws Exception {
        assertRefused(
                post("BatchMeterUsage", "{\"Padding\":\"" + "x".repeat(size) + "\"}"),
                413,
                "RequestEntityTooLargeException");
        assertRefused(post("BatchMeterUsage", "{}"), 400, "ValidationException");
    }

    @Test
    @DisplayName("SUB-2 a body one byte below 1 MB is read")
    void justSmallEnough() throws Exception {
        String body = "{\"Padding\":\"" + "x".repeat(999_999 - 14) + "\"}";
        assertThat(body).hasSize(999_999);
        assertRefused(post("BatchMeterUsage", body), 400, "ValidationException");
        assertRefused(post("BatchMeterUsage", body + " "), 413, "RequestEntityTooLargeException");
    }

    @Test
    @DisplayName("SUB-7 told to fail, it fails with AWS's statuses")
    void misbehaves() throws Exception {
        market.aws.whenMetering(Misbehaviour.throttle(), Misbehaviour.internalError());
        assertRefused(meter(good()), 400, "ThrottlingException");
        assertRefused(meter(good()), 500, "InternalServiceErrorException");
    }

    @Test
    @DisplayName("SUB-1 a dropped call is an error of the connection, whether or not it was billed")
    void drops() throws Exception {
        market.aws.whenMetering(Misbehaviour.acceptThenDrop());
        assertThatThrownBy(() -> meter(good())).isInstanceOf(IOException.class);
        assertThat(market.aws.billed()).hasSize(1);

        market.aws.whenResolving(Misbehaviour.dropBeforeAccepting());
        assertThatThrownBy(() -> post("ResolveCustomer", "{}")).isInstanceOf(IOException.class);
        assertThat(meter(good()).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("SUB-1 what was billed breaks off in the middle of a 200, what was not is never begun")
    void howItDrops() throws Exception {
        market.aws.whenResolving(Misbehaviour.acceptThenDrop(), Misbehaviour.dropBeforeAccepting());
        assertThat(bytesOfAnAnswer()).startsWith("HTTP/1.1 200 ").endsWith("{\"Results\":[");
        assertThat(bytesOfAnAnswer()).isEmpty();
    }

    @Test
    @Timeout(30)
    @DisplayName("connections that stall in the middle of a request block no other")
    void stalledConnections() throws Exception {
        URI endpoint = server.endpoint();
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int n = 0; n < 50; n++) {
                Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
                stalled.add(socket);
                socket.getOutputStream()
                        .write("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(meter(good()).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    @DisplayName("after close nobody answers")
    void closed() {
        server.close();
        assertThatThrownBy(() -> meter(good())).isInstanceOf(IOException.class);
    }

    private String good() {
        return "{\"Timestamp\":" + NOON.getEpochSecond() + ".000"
                + ",\"Dimension\":\"data_gb\",\"Quantity\":1,\"CustomerIdentifier\":\"" + market.alice + "\"}";
    }

    private HttpResponse<String> meter(String record) throws IOException, InterruptedException {
        return post("BatchMeterUsage", "{\"ProductCode\":\"prod-obs\",\"UsageRecords\":[" + record + "]}");
    }

    private HttpResponse<String> post(String operation, String body) throws IOException, InterruptedException {
        return send(request(operation).POST(BodyPublishers.ofString(body)));
    }

    /** Everything the server sends on one connection until it closes it. */
    private String bytesOfAnAnswer() throws IOException {
        URI endpoint = server.endpoint();
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            String request = "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority()
                    + "\r\nX-Amz-Target: AWSMPMeteringService.ResolveCustomer\r\nX-Amz-Date: 20260318T120000Z\r\n"
                    + "Authorization: " + SIGNED + "\r\nContent-Length: 2\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private HttpRequest.Builder request(String operation) {
        return HttpRequest.newBuilder(server.endpoint())
                .header("X-Amz-Target", "AWSMPMeteringService." + operation)
                .header("X-Amz-Date", "20260318T120000Z")
                .header("Authorization", SIGNED);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void assertRefused(HttpResponse<String> answer, int status, String type) throws IOException {
        JsonNode error = json.readTree(answer.body());
        assertThat(error.path("__type").asText()).isEqualTo(type);
        assertThat(error.path("message").asText()).isNotEmpty();
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
