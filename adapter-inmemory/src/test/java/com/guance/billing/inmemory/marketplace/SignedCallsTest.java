package com.guance.billing.inmemory.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may call the marketplace on the wire: one caller whose secret it knows, from this computer. */
class SignedCallsTest {

    private static final String KEY = "AKID";
    private static final String SECRET = "secret";
    private static final String BODY = "{\"RegistrationToken\":\"never given out\"}";
    private static final String TARGET = "AWSMPMeteringService.ResolveCustomer";

    private final String time = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    private final List<String> scope = List.of(time.substring(0, 8), "us-east-1", "aws-marketplace", "aws4_request");
    private final AwsOnLoopback server = AwsOnLoopback.start(Market.global().aws, KEY, SECRET);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("SUB-1 a call that is signed with the caller's secret is looked at")
    void signed() throws Exception {
        assertThat(call(KEY, SECRET, BODY, BODY, digest(BODY))).contains("InvalidTokenException");
    }

    @Test
    @DisplayName("SUB-1 a signature of another secret, or for another key, is refused")
    void anotherSecret() throws Exception {
        assertThat(call(KEY, "another", BODY, BODY, digest(BODY))).contains("InvalidSignatureException");
        assertThat(call("another", SECRET, BODY, BODY, digest(BODY))).contains("UnrecognizedClientException");
    }

    @Test
    @DisplayName("SUB-1 a body that was changed after it was signed is refused")
    void changedBody() throws Exception {
        String changed = BODY.replace("never", "Never");

        assertThat(call(KEY, SECRET, BODY, changed, digest(BODY))).contains("InvalidSignatureException");
        assertThat(call(KEY, SECRET, BODY, changed, digest(changed))).contains("InvalidSignatureException");
    }

    @Test
    @DisplayName("SUB-1 a content hash that is not the body's is refused, though the signature is the body's")
    void wrongContentHash() throws Exception {
        assertThat(call(KEY, SECRET, BODY, BODY, digest(BODY + " "))).contains("InvalidSignatureException");
    }

    @Test
    @DisplayName("it listens on the loopback interface alone")
    void loopbackOnly() throws IOException {
        int port = server.endpoint().getPort();
        List<InetAddress> others = Stream.concat(
                        Stream.of(InetAddress.getByName("127.0.0.2")), // every interface is this one, too
                        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
                .filter(address -> !address.equals(InetAddress.getLoopbackAddress()))
                .toList();

        for (InetAddress other : others) {
            assertThatThrownBy(() -> new Socket(other, port).close())
                    .as(other.toString())
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> new Socket(others.get(0), port).close()).isInstanceOf(ConnectException.class);
    }

    private String call(String key, String secret, String signedBody, String sentBody, String contentHash)
            throws Exception {
        String host = server.endpoint().getAuthority();
        String headers = "host;x-amz-content-sha256;x-amz-date;x-amz-target";
        String canonical = String.join(
                "\n",
                "POST",
                "/",
                "",
                "host:" + host,
                "x-amz-content-sha256:" + contentHash,
                "x-amz-date:" + time,
                "x-amz-target:" + TARGET,
                "",
                headers,
                digest(signedBody));
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, String.join("/", scope), digest(canonical));
        byte[] derived = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope) {
            derived = hmac(derived, part);
        }
        HttpRequest request = HttpRequest.newBuilder(server.endpoint())
                .header("X-Amz-Date", time)
                .header("X-Amz-Target", TARGET)
                .header("x-amz-content-sha256", contentHash)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + key + "/" + String.join("/", scope) + ", SignedHeaders="
                                + headers + ", Signature="
                                + HexFormat.of().formatHex(hmac(derived, toSign)))
                .POST(BodyPublishers.ofString(sentBody))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return answer.body();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
