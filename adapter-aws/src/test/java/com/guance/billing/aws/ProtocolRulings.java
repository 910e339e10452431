package com.guance.billing.aws;

import static com.guance.billing.aws.Wire.ALICE;
import static com.guance.billing.aws.Wire.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.Misbehaviour;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** How the service is called, and how it answers what is no call of its own. */
final class ProtocolRulings {

    private static final String UNKNOWN = "UnknownOperationException";
    private static final String ILLEGIBLE = "SerializationException";

    private ProtocolRulings() {}

    static Checks checks() {
        return new Checks()
                .legacy("MR-501", wire -> {
                    try (MarketplaceMeteringClient sdk = Sdk.client(wire.server.endpoint())) {
                        assertThat(sdk.resolveCustomer(call -> call.registrationToken(wire.aws.issueToken(ALICE)))
                                        .customerIdentifier())
                                .isEqualTo(wire.alice());
                    }
                    Wire.Answer answer = wire.meter(wire.usage());
                    assertThat(answer.http().headers().firstValue("Content-Type"))
                            .hasValue("application/x-amz-json-1.1");
                    assertThat(answer.http().headers().firstValue("x-amzn-RequestId"))
                            .isPresent();
                })
                .legacy("MR-502", wire -> {
                    wire.text("MeterUsage", "{}").isRefused(UNKNOWN);
                    wire.text("resolvecustomer", "{}").isRefused(UNKNOWN);
                    SdkHttpRequest get = wire.request("ResolveCustomer").toBuilder()
                            .method(SdkHttpMethod.GET)
                            .build();
                    wire.send(get, "").isRefused(UNKNOWN);
                })
                .legacy("MR-503", wire -> {
                    SdkHttpRequest cbor = SdkHttpRequest.builder()
                            .method(SdkHttpMethod.POST)
                            .uri(wire.server.endpoint())
                            .encodedPath("/service/AWSMPMeteringService/operation/ResolveCustomer")
                            .putHeader("smithy-protocol", "rpc-v2-cbor")
                            .build();
                    wire.send(cbor, "{}").isRefused(UNKNOWN);
                })
                .legacy("MR-504", wire -> {
                    for (String body : List.of(
                            "",
                            "{",
                            "[]",
                            "{} {}",
                            "{\"UsageRecords\":{}}",
                            "{\"ProductCode\":1,\"UsageRecords\":[]}")) {
                        wire.text("BatchMeterUsage", body).isRefused(ILLEGIBLE);
                    }
                })
                .legacy(
                        "MR-505",
                        wire -> wire.text("BatchMeterUsage", "{\"ProductCode\":\"a\",\"ProductCode\":\"a\"}")
                                .isRefused(ILLEGIBLE))
                .legacy(
                        "MR-506",
                        wire -> wire.text("BatchMeterUsage", "{\"UsageRecords\":[{}]}")
                                .isRefused("ValidationException"))
                .legacy(
                        "MR-507",
                        wire -> wire.call(
                                        "BatchMeterUsage",
                                        Map.of(
                                                "Tomorrow",
                                                List.of(1),
                                                "ProductCode",
                                                PRODUCT,
                                                "UsageRecords",
                                                List.of(wire.usage("Tomorrow", 1))))
                                .isAccepted())
                .legacy("MR-508", wire -> {
                    Wire.Answer answer = wire.meter(wire.usage());
                    assertThat(answer.json().path("Results").path(0).path("UsageRecord"))
                            .isEqualTo(Wire.parsed(Wire.json(wire.usage())
                                    .replace("\"Timestamp\":1773835200", "\"Timestamp\":1773835200.000")));
                })
                .legacy("MR-509", wire -> {
                    wire.aws.whenMetering(Misbehaviour.internalError());
                    wire.meter(wire.usage()).isRefused(500, "InternalServiceErrorException");
                    assertThat(wire.aws.billed()).isEmpty();
                });
    }
}
