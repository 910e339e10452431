package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Allocation;
import com.guance.billing.metering.BatchRejected;
import com.guance.billing.metering.BilledThrough;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.ports.faults.MarketplaceMisconfigured;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

@DisplayName("A request in the license scheme:")
class LicensedRequestTest {

    private static final String ARN = "arn:aws:license-manager::294406891311:license:l-1";

    private final ScriptedAws aws = new ScriptedAws();
    private final MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint());
    private final AwsMarketplace marketplace = AwsMarketplace.of(sdk, Records.PROFILE);

    LicensedRequestTest() throws IOException {}

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    @DisplayName("MET-5 SUB-2 account and license in each record, no product code, the number to the last digit")
    void words() throws JsonProcessingException {
        RecordContent content = RecordContent.of(
                Records.HOUR.plusNanos(1_250_999_999),
                List.of(new Allocation(new WorkspaceId("wksp_a"), new SiteId("us1"), 7)));
        aws.answers(200, "{}");

        assertThat(marketplace
                        .meter(List.of(of("l-1", content), of("l-2", zero())))
                        .isRight())
                .isTrue();

        assertThat(json(aws.requests().get(0))).isEqualTo(json("""
            {"UsageRecords": [{
              "CustomerAWSAccountId": "111122223333", "LicenseArn": "%s", "Dimension": "data_gb",
              "Timestamp": 1773831601.25, "Quantity": 7,
              "UsageAllocations": [
                {"AllocatedUsageQuantity": 7, "Tags": [
                  {"Key": "workspace", "Value": "wksp_a"}, {"Key": "site", "Value": "us1"}]}]}, {
              "CustomerAWSAccountId": "111122223333", "LicenseArn": "%s", "Dimension": "data_gb",
              "Timestamp": 1773831600.0, "Quantity": 0}]}
            """.formatted(ARN, ARN.replace("l-1", "l-2"))));
        assertThat(aws.requests().get(0))
                .contains("\"Timestamp\":1773831601.250,")
                .contains("\"Timestamp\":1773831600.000,");
    }

    @Test
    @DisplayName("MET-6 a retry is the same, byte for byte")
    void same() {
        aws.drops().answers(200, "{}");
        List<MeteringRecord> records = List.of(of("l-1", zero()), of("l-2", zero()));

        assertThat(catchThrowable(() -> marketplace.meter(records))).isNotNull();
        assertThat(marketplace.meter(records).isRight()).isTrue();

        assertThat(aws.requests()).hasSize(2);
        assertThat(aws.requests().get(0)).isEqualTo(aws.requests().get(1));
    }

    @Test
    @DisplayName("SUB-2 records of two identity schemes are rejected, so that they are parted; nothing leaves")
    void mixed() {
        assertThat(marketplace.meter(List.of(of("l-1", zero()), Records.of())))
                .isEqualTo(Either.left(new BatchRejected("MixedIdentitySchemes")));
        assertThat(aws.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:license-manager::999988887777:license:l-1", "aws:license-manager:us-east-1:1:l-1"})
    @DisplayName("MET-6 the ARN of the record is sent as it is, whatever the profile would compose")
    void asFrozen(String arn) throws JsonProcessingException {
        aws.answers(200, "{}");
        MeteringRecord record = of("l-1", zero());
        BilledThrough billed = record.billed();
        MeteringRecord frozen = MeteringRecord.made(
                        record.id(),
                        new BilledThrough(
                                billed.account(), billed.subscription(), billed.activatedAt(), Option.some(arn)),
                        record.content(),
                        new Request(new Actor.Clock(), Records.HOUR))
                .after();

        assertThat(marketplace.meter(List.of(frozen)).isRight()).isTrue();

        assertThat(arn(0)).isEqualTo(arn);
    }

    @Test
    @DisplayName("another issuer of licenses stands in their ARNs, and China's partition does")
    void issuers() throws JsonProcessingException {
        aws.answers(200, "{}").answers(200, "{}");
        MarketplaceProfile china = MarketplaceProfile.awsChina("prod-obs").byLicense();
        MarketplaceCustomer customer = new MarketplaceCustomer.Licensed(china.product(), "111122223333", "l-1");

        assertThat(AwsMarketplace.of(sdk, Records.PROFILE.byLicense().withLicensesIssuedBy("123456789012"))
                        .meter(List.of(of("l-1", zero())))
                        .isRight())
                .isTrue();
        assertThat(AwsMarketplace.of(sdk, china)
                        .meter(List.of(Records.of(customer, "data_gb", zero())))
                        .isRight())
                .isTrue();

        assertThat(arn(0)).isEqualTo("arn:aws:license-manager::123456789012:license:l-1");
        assertThat(arn(1)).isEqualTo("arn:aws-cn:license-manager::294406891311:license:l-1");
        assertThatIllegalArgumentException().isThrownBy(() -> Records.PROFILE.withLicensesIssuedBy("me"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ProductCode\":\"prod-obs\",\"UsageRecords\":[{\"LicenseArn\":\"of a newer SDK\",\"Quantity\":1}]}",
                "{\"UsageRecords\":[{\"Quantity\":1,\"LicenseArn\":null}],\"ProductCode\":null}"
            })
    @DisplayName("a newer SDK's own field is not doubled, and its product code is taken out")
    void newerSdk(String body) throws JsonProcessingException {
        try (MarketplaceMeteringClient newer = Rewriting.client(aws.endpoint(), body)) {
            aws.answers(200, "{}");
            assertThat(AwsMarketplace.of(newer, Records.PROFILE)
                            .meter(List.of(of("l-1", zero())))
                            .isRight())
                    .isTrue();
        }
        assertThat(json(aws.requests().get(0)))
                .isEqualTo(json("{\"UsageRecords\":[{\"LicenseArn\":\"" + ARN + "\",\"Quantity\":1}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "[]",
                "{}",
                "{\"UsageRecords\":[]}",
                "{\"UsageRecords\":[7]}",
                "{\"UsageRecords\":[{},{}]}"
            })
    @DisplayName("SUB-2 of a request that licenses cannot be written into nothing leaves: a person is needed")
    void unexpected(String body) {
        try (MarketplaceMeteringClient other = Rewriting.client(aws.endpoint(), body)) {
            AwsMarketplace marketplace = AwsMarketplace.of(other, Records.PROFILE);
            assertThatThrownBy(() -> marketplace.meter(List.of(of("l-1", zero()))))
                    .isInstanceOf(MarketplaceMisconfigured.class)
                    .hasMessage("BatchMeterUsage was never sent: IllegalStateException");
        }
        assertThat(aws.requests()).isEmpty();
    }

    private String arn(int request) throws JsonProcessingException {
        return json(aws.requests().get(request))
                .at("/UsageRecords/0/LicenseArn")
                .textValue();
    }

    private static MeteringRecord of(String license, RecordContent content) {
        return Records.of(Records.licensed(license), "data_gb", content);
    }

    private static RecordContent zero() {
        return RecordContent.of(Records.HOUR, List.of());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(text);
    }
}
