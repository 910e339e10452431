package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.MarketplaceUnreachable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** Which calls have certainly not been sent, with real connections on the loopback interface. */
class NeverSentTest {

    private static final String ACCEPTED = "{\"Results\":[]}";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("SUB-1 an unknown host: never sent")
    void unknownHost() {
        neverSent(
                Sdk.client(URI.create("http://metering.invalid")),
                "BatchMeterUsage was never sent: SdkClientException < SdkClientException < UnknownHostException");
    }

    @Test
    @DisplayName("SUB-1 a refused connection: never sent")
    void refused() {
        neverSent(
                Sdk.client(Sdk.closedPort()), "BatchMeterUsage was never sent: SdkClientException < ConnectException");
    }

    @Test
    @DisplayName(
            "SUB-1 a call of several attempts of which the last was refused: an earlier one may have left, in doubt")
    void severalAttempts() {
        try (MarketplaceMeteringClient sdk = Sdk.client(Sdk.closedPort())) {
            assertThatThrownBy(() -> AwsMarketplace.of(sdk, Records.PROFILE).resolve(Resolved.landing(), Records.HOUR))
                    .isInstanceOf(MarketplaceUnavailable.class);
        }
    }

    @Test
    @DisplayName("SUB-1 a certificate that nobody vouches for: never sent")
    void unknownCertificate() throws Exception {
        try (RawServer server = tls(folder, false, (connection, self) -> self.readRequest(connection))) {
            neverSent(Sdk.client(server.https()), "never sent: SdkClientException < SSLHandshakeException");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    @DisplayName("SUB-1 a server that speaks no TLS: never sent")
    void noTls() throws IOException {
        try (RawServer server = new RawServer(listening(), (connection, self) -> {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            connection.getInputStream().readAllBytes();
        })) {
            neverSent(Sdk.client(server.https()), "never sent: SdkClientException < SSLException");
        }
    }

    @Test
    @DisplayName("SUB-1 a client certificate refused after the handshake of TLS 1.3: the request has left, in doubt")
    void refusedAfterTheHandshake() throws Exception {
        Tls keys = Tls.in(folder);
        try (RawServer server = new RawServer(tls(keys, true), (connection, self) -> self.readRequest(connection));
                SdkHttpClient http = UrlConnectionHttpClient.builder()
                        .tlsTrustManagersProvider(() -> trust(keys))
                        .build()) {
            inDoubt(Sdk.client(server.https(), http));
        }
    }

    @Test
    @DisplayName(
            "SUB-1 a connection that was kept open and breaks at the next request: in doubt, though nobody listens any"
                    + " more")
    void keptConnection() throws IOException {
        try (RawServer server = new RawServer(listening(), (connection, self) -> {
                    self.readRequest(connection);
                    RawServer.answer(connection, ACCEPTED);
                    self.stopListening();
                    self.readRequest(connection);
                });
                MarketplaceMeteringClient sdk = Sdk.client(server.http())) {
            AwsMarketplace marketplace = AwsMarketplace.of(sdk, Records.PROFILE);
            assertThat(marketplace.meter(List.of(Records.of(1))).isRight()).isTrue();

            assertThatThrownBy(() -> marketplace.meter(List.of(Records.of(1))))
                    .isInstanceOf(MarketplaceUnavailable.class);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName(
            "SUB-1 an HTTP client that repeats a POST by itself and is refused then: the first one has left, in doubt")
    void repeatedBehindTheSdk() throws IOException {
        try (RawServer server = new RawServer(listening(), (connection, self) -> {
            self.readRequest(connection);
            self.stopListening();
        })) {
            inDoubt(Sdk.client(server.http(), new Buffering()));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("SUB-1 the first attempt of a call has left and the second is refused: in doubt")
    void laterAttempt() throws IOException {
        try (RawServer server = new RawServer(listening(), (connection, self) -> {
                    self.readRequest(connection);
                    self.stopListening();
                });
                MarketplaceMeteringClient sdk = Sdk.client(server.http())) {
            assertThatThrownBy(() -> AwsMarketplace.of(sdk, Records.PROFILE).resolve(Resolved.landing(), Records.HOUR))
                    .isInstanceOf(MarketplaceUnavailable.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("SUB-1 a connection that is not answered: in doubt")
    void notAnswered() throws IOException {
        try (RawServer server = new RawServer(
                        listening(),
                        (connection, self) -> connection.getInputStream().readAllBytes());
                SdkHttpClient http = UrlConnectionHttpClient.builder()
                        .socketTimeout(Duration.ofMillis(200))
                        .build()) {
            inDoubt(Sdk.client(server.https(), http));
            inDoubt(Sdk.client(server.http(), http));
        }
    }

    private static void neverSent(MarketplaceMeteringClient client, String message) {
        try (MarketplaceMeteringClient sdk = client) {
            AwsMarketplace marketplace = AwsMarketplace.of(sdk, Records.PROFILE);
            assertThatThrownBy(() -> marketplace.meter(List.of(Records.of(1))))
                    .isInstanceOf(MarketplaceUnreachable.class)
                    .hasMessageContaining(message)
                    .hasNoCause();
            assertThatThrownBy(() -> marketplace.meter(List.of(Records.of(
                            Records.licensed("l-1"),
                            Records.DIMENSION,
                            Records.of(1).content()))))
                    .isInstanceOf(MarketplaceUnreachable.class);
        }
    }

    private static void inDoubt(MarketplaceMeteringClient client) {
        try (MarketplaceMeteringClient sdk = client) {
            assertThatThrownBy(() -> AwsMarketplace.of(sdk, Records.PROFILE).meter(List.of(Records.of(1))))
                    .isInstanceOf(MarketplaceUnavailable.class)
                    .hasNoCause();
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static RawServer tls(Path folder, boolean clientCertificate, RawServer.Work work) throws Exception {
        return new RawServer(tls(Tls.in(folder), clientCertificate), work);
    }

    private static ServerSocket tls(Tls keys, boolean clientCertificate) throws IOException, GeneralSecurityException {
        SSLServerSocket socket = (SSLServerSocket)
                keys.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        socket.setNeedClientAuth(clientCertificate);
        return socket;
    }

    private static TrustManager[] trust(Tls keys) {
        try {
            return keys.trust();
        } catch (GeneralSecurityException unusable) {
            throw new AssertionError(unusable);
        }
    }

    /** An HTTP client as a host may write it: it hands the whole body to the JDK, which then repeats a POST that is not answered. */
    private static final class Buffering implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    return answered(request);
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}

        private static HttpExecuteResponse answered(HttpExecuteRequest request) throws IOException {
            HttpURLConnection connection =
                    (HttpURLConnection) request.httpRequest().getUri().toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            try (InputStream body = request.contentStreamProvider().get().newStream();
                    OutputStream out = connection.getOutputStream()) {
                body.transferTo(out);
            }
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder()
                            .statusCode(connection.getResponseCode())
                            .build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))
                    .build();
        }
    }
}
