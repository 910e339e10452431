package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.CallSize;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.site.SiteId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

/** What a call takes at most, beside what the SDK really sends. */
class CallSizeTest {

    private static final long AROUND_THE_RECORDS = 600;

    @Test
    @DisplayName(
            "SUB-2 the request that leaves is never larger than the bound, whatever the texts; full calls stay below 90 KB")
    void boundHolds() throws IOException {
        List<String> texts = List.of("wksp_a-", "WKSP", "租户", "\uD83D\uDE80", "a\"\\b/=@", "x".repeat(60));

        for (String text : texts) {
            for (int workspaces : new int[] {1, 40}) {
                assertThat(sent(record(text, workspaces)))
                        .isLessThanOrEqualTo(CallSize.atMost(record(text, workspaces)) + AROUND_THE_RECORDS);
            }
        }
        assertThat(Stream.of(record("wksp_a", 2_500)))
                .as("a full record of plain ids fits into a call")
                .allMatch(record ->
                        CallSize.atMost(record) < SubmittingPolicy.defaults().bytesACall() - AROUND_THE_RECORDS);
    }

    private static MeteringRecord record(String text, int workspaces) {
        List<Allocation> allocations = IntStream.range(0, workspaces)
                .mapToObj(i -> new Allocation(new WorkspaceId(text + i), new SiteId("us1"), 800_000))
                .toList();
        return Records.of(text.repeat(3), text, RecordContent.of(Records.HOUR, allocations));
    }

    private static long sent(MeteringRecord record) throws IOException {
        ScriptedAws aws = new ScriptedAws();
        try (MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint())) {
            aws.answers(200, "{}");
            assertThat(AwsMarketplace.of(sdk, Records.PROFILE)
                            .meter(List.of(record))
                            .isRight())
                    .isTrue();
            return aws.requests().get(0).getBytes(StandardCharsets.UTF_8).length;
        } finally {
            aws.close();
        }
    }
}
