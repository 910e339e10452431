package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.AwsOnLoopback;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Which signatures are good; made by AWS's own signer, and then spoilt. */
final class SignatureRulings {

    private static final String BODY = "{\"RegistrationToken\":\"never given out\"}";
    private static final String LOOKED_AT = "InvalidTokenException";
    private static final String BAD = "InvalidSignatureException";
    private static final String INCOMPLETE = "IncompleteSignatureException";
    private static final Clock NOW = Clock.systemUTC();

    private SignatureRulings() {}

    static Checks checks() {
        return parts(callers(new Checks()));
    }

    private static Checks callers(Checks checks) {
        return checks.legacy("MR-601", wire -> {
                    wire.send(good(wire), BODY).isRefused(LOOKED_AT);
                    wire.send(wire.request("ResolveCustomer"), BODY)
                            .isRefused(403, "MissingAuthenticationTokenException");
                })
                .legacy(
                        "MR-602",
                        wire -> wire.send(
                                        Wire.signed(
                                                wire.request("ResolveCustomer"), BODY, Sdk.ACCESS_KEY, "another", NOW),
                                        BODY)
                                .isRefused(403, BAD))
                .legacy(
                        "MR-603",
                        wire -> wire.send(
                                        Wire.signed(
                                                wire.request("ResolveCustomer"), BODY, "STRANGER", Sdk.SECRET_KEY, NOW),
                                        BODY)
                                .isRefused(403, "UnrecognizedClientException"))
                .legacy("MR-604", wire -> {
                    AwsCredentialsIdentity caller = AwsCredentialsIdentity.create(Sdk.ACCESS_KEY, Sdk.SECRET_KEY);
                    SdkHttpRequest request = wire.request("ResolveCustomer");
                    wire.send(Wire.signed(request, BODY, caller, "eu-west-1", "aws-marketplace", NOW), BODY)
                            .isRefused(403, BAD);
                    wire.send(Wire.signed(request, BODY, caller, "us-east-1", "sqs", NOW), BODY)
                            .isRefused(403, BAD);
                })
                .legacy("MR-605", wire -> {
                    signedAt(wire, Duration.ofMinutes(-6)).isRefused(403, BAD);
                    signedAt(wire, Duration.ofMinutes(6)).isRefused(403, BAD);
                    signedAt(wire, Duration.ofMinutes(-4)).isRefused(LOOKED_AT);
                    signedAt(wire, Duration.ofMinutes(4)).isRefused(LOOKED_AT);
                })
                .legacy("MR-606", wire -> {
                    assertThat(signedAt(wire, Duration.ofMinutes(-6))
                                    .json()
                                    .path("message")
                                    .asText())
                            .matches("Signature expired: \\w{16} is now earlier than \\w{16} \\(\\w{16} - 5 min\\.\\)");
                    assertThat(signedAt(wire, Duration.ofMinutes(6))
                                    .json()
                                    .path("message")
                                    .asText())
                            .matches("Signature not yet current: \\w{16} is still later than \\w{16}"
                                    + " \\(\\w{16} \\+ 5 min\\.\\)");
                })
                .legacy("MR-607", wire -> {
                    wire.clock.advance(Duration.ofDays(400));
                    wire.send(good(wire), BODY).isRefused(LOOKED_AT);
                })
                .legacy("MR-608", wire -> {
                    try (AwsOnLoopback open = AwsOnLoopback.start(wire.aws)) {
                        SdkHttpRequest request = wire.request("ResolveCustomer").toBuilder()
                                .uri(open.endpoint())
                                .encodedPath("/")
                                .build();
                        Clock longAgo = Clock.offset(NOW, Duration.ofDays(-9));
                        wire.send(Wire.signed(request, BODY, "STRANGER", "another", longAgo), BODY)
                                .isRefused(LOOKED_AT);
                        wire.send(request, BODY).isRefused(403, "MissingAuthenticationTokenException");
                    }
                });
    }

    private static Checks parts(Checks checks) {
        return checks.legacy(
                        "MR-611",
                        wire -> wire.send(good(wire), BODY.replace("never", "Never"))
                                .isRefused(403, BAD))
                .legacy(
                        "MR-612",
                        wire -> wire.send(
                                        edit(good(wire), "X-Amz-Target", "AWSMPMeteringService.BatchMeterUsage"), BODY)
                                .isRefused(403, BAD))
                .legacy("MR-613", wire -> {
                    SdkHttpRequest bare = wire.request("ResolveCustomer").toBuilder()
                            .removeHeader("X-Amz-Target")
                            .build();
                    SdkHttpRequest signed = Wire.signed(bare, BODY, Sdk.ACCESS_KEY, Sdk.SECRET_KEY, NOW);
                    wire.send(edit(signed, "X-Amz-Target", "AWSMPMeteringService.ResolveCustomer"), BODY)
                            .isRefused(INCOMPLETE);
                    wire.send(edit(good(wire), "X-Amz-Anything", "else"), BODY).isRefused(INCOMPLETE);
                })
                .legacy(
                        "MR-614",
                        wire -> wire.send(edit(good(wire), "x-amz-content-sha256", "0".repeat(64)), BODY)
                                .isRefused(403, BAD))
                .legacy("MR-615", wire -> {
                    SdkHttpRequest sent = unsignedPayload(wire);
                    assertThat(sent.firstMatchingHeader("x-amz-content-sha256")).hasValue("UNSIGNED-PAYLOAD");
                    wire.send(sent, BODY).isRefused(403, BAD);
                })
                .legacy("MR-616", wire -> {
                    SdkHttpRequest asked = wire.request("ResolveCustomer").toBuilder()
                            .putRawQueryParameter("b c", "d/é")
                            .putRawQueryParameter("a", "")
                            .build();
                    SdkHttpRequest signed = Wire.signed(asked, BODY, Sdk.ACCESS_KEY, Sdk.SECRET_KEY, NOW);
                    wire.send(signed, BODY).isRefused(LOOKED_AT);
                    wire.send(signed.toBuilder().putRawQueryParameter("a", "1").build(), BODY)
                            .isRefused(403, BAD);
                    wire.send(
                                    good(wire).toBuilder()
                                            .putRawQueryParameter("a", "1")
                                            .build(),
                                    BODY)
                            .isRefused(403, BAD);
                })
                .legacy("MR-617", wire -> {
                    String authorization =
                            good(wire).firstMatchingHeader("Authorization").orElseThrow();
                    for (String wrong : new String[] {
                        "Basic abc",
                        authorization.replace("AWS4-HMAC-SHA256", "AWS4"),
                        authorization.replaceAll("Signature=.*", "Signature=xyz"),
                        authorization.replace("host;", "")
                    }) {
                        wire.send(edit(good(wire), "Authorization", wrong), BODY)
                                .isRefused(INCOMPLETE);
                    }
                })
                .legacy(
                        "MR-618",
                        wire -> wire.send(edit(good(wire), "X-Amz-Date", "20200101T000000Z"), BODY)
                                .isRefused(INCOMPLETE));
    }

    private static Wire.Answer signedAt(Wire wire, Duration offset) throws Exception {
        Clock clock = Clock.offset(NOW, offset);
        return wire.send(
                Wire.signed(wire.request("ResolveCustomer"), BODY, Sdk.ACCESS_KEY, Sdk.SECRET_KEY, clock), BODY);
    }

    /** The signer leaves a payload unsigned only where the connection is encrypted. */
    private static SdkHttpRequest unsignedPayload(Wire wire) {
        SdkHttpRequest encrypted =
                wire.request("ResolveCustomer").toBuilder().protocol("https").build();
        return AwsV4HttpSigner.create()
                .sign(call -> call.identity(AwsCredentialsIdentity.create(Sdk.ACCESS_KEY, Sdk.SECRET_KEY))
                        .request(encrypted)
                        .payload(() -> new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "aws-marketplace")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
                .request()
                .toBuilder()
                .protocol("http")
                .build();
    }

    private static SdkHttpRequest good(Wire wire) {
        return wire.signed("ResolveCustomer", BODY);
    }

    private static SdkHttpRequest edit(SdkHttpRequest request, String header, String value) {
        return request.toBuilder().putHeader(header, value).build();
    }
}
