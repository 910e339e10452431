package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** AWS's own time, as its answers bear it. */
class AnswerTimeTest {

    private static final MeteringRecord RECORD = Records.of(3);

    private final ScriptedAws aws = new ScriptedAws();
    private final List<Instant> times = new ArrayList<>();

    AnswerTimeTest() throws IOException {}

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    @DisplayName("LOCK-8 the time of an answer is passed on, of a refusal and of an error too")
    void passedOn() {
        String date = "Tue, 10 Mar 2026 08:20:05 GMT";
        aws.error(400, "InvalidTagException").error(500, "InternalServiceErrorException");

        try (MarketplaceMeteringClient sdk = client(date)) {
            assertThat(AwsMarketplace.of(sdk, Records.PROFILE)
                            .meter(List.of(RECORD), times::add)
                            .isLeft())
                    .isTrue();
            assertThatThrownBy(() -> AwsMarketplace.of(sdk, Records.PROFILE).meter(List.of(RECORD), times::add))
                    .isInstanceOf(MarketplaceUnavailable.class);
        }
        assertThat(times).containsExactly(Instant.parse("2026-03-10T08:20:05Z"), Instant.parse("2026-03-10T08:20:05Z"));
    }

    @Test
    @DisplayName("LOCK-8 no answer bears no time, and an illegible one none")
    void none() {
        aws.error(400, "InvalidTagException").drops();

        try (MarketplaceMeteringClient sdk = client("noon")) {
            AwsMarketplace port = AwsMarketplace.of(sdk, Records.PROFILE);
            assertThat(port.meter(List.of(RECORD), times::add).isLeft()).isTrue();
            assertThatThrownBy(() -> port.meter(List.of(RECORD), times::add))
                    .isInstanceOf(MarketplaceUnavailable.class);
        }
        assertThat(times).isEmpty();
    }

    /** The server of the JDK writes the date of this machine over any other, so it is replaced where it arrives. */
    private MarketplaceMeteringClient client(String date) {
        return Sdk.client(aws.endpoint(), settings -> settings.addExecutionInterceptor(new Dated(date)));
    }

    private record Dated(String date) implements ExecutionInterceptor {

        @Override
        public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            return context.httpResponse().toBuilder().putHeader("Date", date).build();
        }
    }
}
