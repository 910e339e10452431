package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.site.SiteId;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

class MeteringRequestTest {

    private final ScriptedAws aws = new ScriptedAws();
    private final MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint());

    MeteringRequestTest() throws IOException {}

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    @DisplayName("MET-5 a record in AWS's words: identifier, dimension, milliseconds, whole units, a share a workspace")
    void words() throws JsonProcessingException {
        RecordContent content = RecordContent.of(
                Records.HOUR.plusNanos(1_250_999_999),
                List.of(
                        new Allocation(new WorkspaceId("wksp_a"), new SiteId("us1"), 7),
                        new Allocation(new WorkspaceId("租"), new SiteId("cn1"), Integer.MAX_VALUE - 7)));

        assertThat(sent(Records.of("cust-1", "data_gb", content))).isEqualTo(json("""
                        {"ProductCode": "prod-obs", "UsageRecords": [{
                          "CustomerIdentifier": "cust-1", "Dimension": "data_gb",
                          "Timestamp": 1773831601.25, "Quantity": 2147483647,
                          "UsageAllocations": [
                            {"AllocatedUsageQuantity": 2147483640, "Tags": [
                              {"Key": "workspace", "Value": "=E7=A7=9F"}, {"Key": "site", "Value": "cn1"}]},
                            {"AllocatedUsageQuantity": 7, "Tags": [
                              {"Key": "workspace", "Value": "wksp_a"}, {"Key": "site", "Value": "us1"}]}]}]}
                        """));
    }

    @Test
    @DisplayName("MET-8 a zero has no allocations")
    void zero() throws JsonProcessingException {
        JsonNode usage = sent(Records.of()).at("/UsageRecords/0");

        assertThat(usage.get("Quantity").intValue()).isZero();
        assertThat(usage.has("UsageAllocations")).isFalse();
    }

    @Test
    @DisplayName("MET-6 a retry is the same, byte for byte")
    void same() {
        aws.drops().answers(200, "{}");
        AwsMarketplace marketplace = AwsMarketplace.of(sdk, Records.PROFILE);
        List<MeteringRecord> records = List.of(Records.of(1, 2, 3), Records.of("cust-2", "hosts", Records.HOUR, 4));

        assertThat(catchThrowable(() -> marketplace.meter(records))).isNotNull();
        assertThat(marketplace.meter(records).isRight()).isTrue();
        assertThat(aws.requests()).hasSize(2);
        assertThat(aws.requests().get(0)).isEqualTo(aws.requests().get(1));
    }

    private JsonNode sent(MeteringRecord record) throws JsonProcessingException {
        aws.answers(200, "{}");
        assertThat(AwsMarketplace.of(sdk, Records.PROFILE)
                        .meter(List.of(record))
                        .isRight())
                .isTrue();
        return json(aws.requests().get(0));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(text);
    }
}
