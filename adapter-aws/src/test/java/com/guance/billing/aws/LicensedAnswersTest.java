package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringAnswer.Accepted;
import com.guance.billing.metering.MeteringAnswer.Duplicate;
import com.guance.billing.metering.MeteringAnswer.Unanswered;
import com.guance.billing.metering.MeteringAnswer.Unprocessed;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

@DisplayName("SUB-3 An answer in the license scheme")
class LicensedAnswersTest {

    private static final String EVENT = "aws:license-manager:us-east-1:123456789012:";
    private static final String ANSWER = "arn:aws:license-manager::294406891311:license:";

    private final ScriptedAws aws = new ScriptedAws();
    private final MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint());

    LicensedAnswersTest() throws IOException {}

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    @DisplayName("finds its license in whatever order and spelling")
    void finds() {
        aws.answers(
                200,
                "{\"Results\":[null," + result(usage(EVENT + "l-3"), "DuplicateRecord") + ","
                        + result(usage(ANSWER + "l-1"), "Success") + "],\"UnprocessedRecords\":["
                        + usage(ANSWER + "l-2")
                        + "]}");

        assertThat(meter("l-1", "l-2", "l-3"))
                .containsExactly(new Accepted("id-1"), new Unprocessed(), new Duplicate());
    }

    @Test
    @DisplayName("that says two things of one license says none")
    void contradicts() {
        aws.answers(
                200,
                "{\"Results\":[" + result(usage(ANSWER + "l-1"), "Success") + ","
                        + result(usage(EVENT + "l-1"), "DuplicateRecord") + ","
                        + result(usage(ANSWER + "l-2"), "Success")
                        + "]}");

        assertThat(meter("l-1", "l-2")).containsExactly(new Unanswered(), new Accepted("id-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"CustomerAWSAccountId\":\"111122223333\",",
                "{\"CustomerAWSAccountId\":\"111122223333\",\"LicenseArn\":null,",
                "{\"CustomerAWSAccountId\":\"111122223333\",\"LicenseArn\":7,",
                "{\"CustomerAWSAccountId\":\"111122223333\",\"LicenseArn\":\"arn:aws:license-manager::1:license:l-9\",",
                "{\"CustomerAWSAccountId\":\"444455556666\",\"LicenseArn\":\"arn:aws:license-manager::1:license:l-1\",",
                "{\"CustomerIdentifier\":\"111122223333\",\"LicenseArn\":\"arn:aws:license-manager::1:license:l-1\",",
            })
    @DisplayName("that names no license, or another customer, is no answer")
    void namesNone(String beginning) {
        String usage = beginning + usage("").substring(usage("").indexOf("\"Dimension"));
        aws.answers(200, "{\"Results\":[" + result(usage, "Success") + "]}");

        assertThat(meter("l-1")).containsExactly(new Unanswered());
    }

    @Test
    @DisplayName("of one megabyte is read to its end")
    void large() {
        String padding = "\"Later\":\"" + "x".repeat(1_000_000) + "\",";
        aws.answers(200, "{" + padding + "\"Results\":[" + result(usage(ANSWER + "l-1"), "Success") + "]}");

        assertThat(meter("l-1")).containsExactly(new Accepted("id-1"));
    }

    private List<MeteringAnswer> meter(String... licenses) {
        List<MeteringRecord> records = Arrays.stream(licenses)
                .map(license ->
                        Records.of(Records.licensed(license), "data_gb", RecordContent.of(Records.HOUR, List.of())))
                .toList();
        return AwsMarketplace.of(sdk, Records.PROFILE).meter(records).get();
    }

    private static String result(String usage, String status) {
        return "{\"MeteringRecordId\":\"id-1\",\"Status\":\"" + status + "\",\"UsageRecord\":" + usage + "}";
    }

    private static String usage(String arn) {
        return "{\"CustomerAWSAccountId\":\"111122223333\",\"LicenseArn\":\"" + arn
                + "\",\"Dimension\":\"data_gb\",\"Timestamp\":" + Records.HOUR.getEpochSecond() + ".0,\"Quantity\":0}";
    }
}
