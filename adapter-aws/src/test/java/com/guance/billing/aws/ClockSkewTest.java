package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** AWS refuses what a clock that is off has signed, and the fault says so. */
class ClockSkewTest {

    private static final String EXPIRED =
            "Signature expired: 20260318T080000Z is now earlier than 20260318T081500Z (20260318T082000Z - 5 min.)";
    private static final String EARLY =
            "Signature not yet current: 20260318T083000Z is still later than 20260318T082500Z (20260318T082000Z + 5"
                    + " min.)";

    /** The SDK corrects the clock of its signatures for all clients of a JVM when it has seen such a refusal. */
    @BeforeEach
    @AfterEach
    void uncorrected() {
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | InvalidSignatureException | " + EXPIRED
                        + " | the clock of this host is 1200 seconds behind AWS's",
                "400 | SignatureDoesNotMatch | " + EXPIRED + " | the clock of this host is 1200 seconds behind AWS's",
                "403 | InvalidSignatureException | " + EARLY
                        + " | the clock of this host is 600 seconds ahead of AWS's",
                "403 | RequestExpired | Request has expired | the clock of this host is 1800 seconds behind AWS's",
                "403 | RequestTimeTooSkewed | '' | the clock of this host is 1800 seconds behind AWS's",
                "403 | SignatureDoesNotMatch | '' | the clock of this host is 1800 seconds behind AWS's"
            })
    @DisplayName("SUB-6 a clock that is off is told as such, and by how much")
    void skew(int status, String code, String words, String told) throws IOException {
        Instant ofAws = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1_800);

        assertThatThrownBy(() -> meter(status, code, words, date(ofAws)))
                .isInstanceOf(MarketplaceMisconfigured.class)
                .hasMessageContaining(code)
                .extracting(Throwable::getMessage)
                .asString()
                .satisfies(message -> {
                    String seconds = told.replaceAll("\\D", "");
                    String rounded = message.replaceAll("1(79[7-9]|80[0-3]) seconds", "1800 seconds");
                    assertThat(rounded).contains(told).contains(seconds);
                });
    }

    @Test
    @DisplayName("SUB-6 where nothing tells by how much, the clock is named all the same")
    void unknownAmount() {
        assertThatThrownBy(() -> meter(403, "RequestTimeTooSkewed", "", ""))
                .isInstanceOf(MarketplaceMisconfigured.class)
                .hasMessageEndingWith("the clock of this host differs from AWS's");
    }

    @ParameterizedTest
    @CsvSource({"403, InvalidSignatureException", "403, SignatureDoesNotMatch", "403, AccessDeniedException"})
    @DisplayName("SUB-6 a signature of a wrong secret, or a permission that is missing, is no matter of the clock")
    void noSkew(int status, String code) {
        assertThatThrownBy(() -> meter(status, code, "does not match", date(Instant.now())))
                .isInstanceOf(MarketplaceMisconfigured.class)
                .hasMessageNotContaining("clock");
    }

    private static String date(Instant at) {
        return "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)) + "\r\n";
    }

    private static void meter(int status, String code, String words, String date) throws IOException {
        String body = "{\"__type\":\"" + code + "\",\"message\":\"" + words + "\"}";
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (RawServer server = new RawServer(listening, (connection, self) -> {
                    self.readRequest(connection);
                    connection
                            .getOutputStream()
                            .write(("HTTP/1.1 " + status + " no\r\n" + date
                                            + "Content-Type: application/x-amz-json-1.1\r\nConnection: close\r\n"
                                            + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                                    .getBytes(StandardCharsets.US_ASCII));
                });
                MarketplaceMeteringClient sdk = Sdk.client(server.http())) {
            AwsMarketplace.of(sdk, Records.PROFILE)
                    .meter(List.of(Records.of(1)))
                    .isRight();
        }
    }
}
