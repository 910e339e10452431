package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.metering.MeteringAnswer;
import com.guance.billing.metering.MeteringAnswer.Accepted;
import com.guance.billing.metering.MeteringAnswer.Duplicate;
import com.guance.billing.metering.MeteringAnswer.NotSubscribed;
import com.guance.billing.metering.MeteringAnswer.Unanswered;
import com.guance.billing.metering.MeteringAnswer.Unprocessed;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.marketplacemetering.MarketplaceMeteringClient;

class MeteringAnswersTest {

    private static final long SECONDS = Records.HOUR.getEpochSecond();

    private final ScriptedAws aws = new ScriptedAws();
    private final MarketplaceMeteringClient sdk = Sdk.client(aws.endpoint());
    private final AwsMarketplace marketplace = AwsMarketplace.of(sdk, Records.PROFILE);

    private final MeteringRecord a = Records.of(Records.CUSTOMER, "a", Records.HOUR, 1);
    private final MeteringRecord b = Records.of(Records.CUSTOMER, "b", Records.HOUR, 2);
    private final MeteringRecord c = Records.of(Records.CUSTOMER, "c", Records.HOUR, 3);
    private final MeteringRecord later = Records.of(Records.CUSTOMER, "a", Records.HOUR.plusSeconds(3_600), 4);

    MeteringAnswersTest() throws IOException {}

    @AfterEach
    void close() {
        sdk.close();
        aws.close();
    }

    @Test
    @DisplayName("SUB-3 every status is read, and finds its record whatever the order")
    void statuses() {
        aws.answers(
                200,
                body(
                        result("c", SECONDS, 3, "CustomerNotSubscribed") + ","
                                + result("a", SECONDS + 3_600, 4, "Success") + ","
                                + result("b", SECONDS, 2, "DuplicateRecord"),
                        usage("a", SECONDS, 1)));

        assertThat(meter(a, b, c, later))
                .containsExactly(new Unprocessed(), new Duplicate(), new NotSubscribed(), new Accepted("id-a"));
    }

    @ParameterizedTest
    @DisplayName("SUB-3 a record that the answer leaves out is unanswered")
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"Results\":[],\"UnprocessedRecords\":[]}",
                "{\"Results\":[null]}",
                "{\"Results\":[{\"Status\":\"Success\",\"MeteringRecordId\":\"x\"}]}",
                "{\"Results\":[{\"Status\":\"Success\",\"UsageRecord\":{\"Dimension\":\"a\"}}]}"
            })
    void leftOut(String body) {
        aws.answers(200, body);

        assertThat(meter(a, b)).containsExactly(new Unanswered(), new Unanswered());
    }

    @Test
    @DisplayName("SUB-3 an unknown status, or none, is unanswered")
    void unknownStatus() {
        aws.answers(
                200,
                body(result("a", SECONDS, 1, "Pending") + ",{\"UsageRecord\":" + usage("b", SECONDS, 2) + "}", ""));

        assertThat(meter(a, b)).containsExactly(new Unanswered(), new Unanswered());
    }

    @Test
    @DisplayName("SUB-3 two different answers to one record are none, the same one twice is one")
    void contradictions() {
        aws.answers(
                200,
                body(
                        result("a", SECONDS, 1, "Success") + "," + result("a", SECONDS, 1, "DuplicateRecord") + ","
                                + result("b", SECONDS, 2, "Success") + "," + result("b", SECONDS, 2, "Success") + ","
                                + result("c", SECONDS, 3, "Success"),
                        usage("c", SECONDS, 3)));

        assertThat(meter(a, b, c)).containsExactly(new Unanswered(), new Accepted("id-b"), new Unanswered());
    }

    @Test
    @DisplayName("SUB-3 the success of another quantity, or of a record nobody sent, is no answer")
    void ofSomethingElse() {
        aws.answers(200, body(result("a", SECONDS, 7, "Success") + "," + result("z", SECONDS, 1, "Success"), ""));

        assertThat(meter(a)).containsExactly(new Unanswered());
    }

    @Test
    @DisplayName("SUB-3 a success without an id that could be kept is a success")
    void withoutReceipt() {
        String success = "{\"Status\":\"Success\",\"UsageRecord\":" + usage("a", SECONDS, 1) + "}";
        aws.answers(200, body(success, ""))
                .answers(
                        200,
                        body(success.replace("{\"S", "{\"MeteringRecordId\":\"" + "x".repeat(256) + "\",\"S"), ""));

        assertThat(meter(a)).containsExactly(new Accepted("Success"));
        assertThat(meter(a)).containsExactly(new Accepted("Success"));
    }

    @Test
    @DisplayName("the port takes 1-25 different records of its product, and nothing is sent of anything else")
    void preconditions() {
        MeteringRecord foreign = Records.of(
                new MarketplaceCustomer.Legacy(new Product("aws", "prod-other"), "x"),
                "a",
                RecordContent.of(Records.HOUR, List.of()));

        assertThatIllegalArgumentException().isThrownBy(() -> meter());
        assertThatIllegalArgumentException().isThrownBy(() -> marketplace.meter(Collections.nCopies(26, a)));
        assertThatIllegalArgumentException().isThrownBy(() -> meter(a, a));
        assertThatIllegalArgumentException().isThrownBy(() -> meter(a, foreign));
        assertThat(aws.requests()).isEmpty();
    }

    private List<MeteringAnswer> meter(MeteringRecord... records) {
        return marketplace.meter(List.of(records)).get();
    }

    private static String body(String results, String unprocessed) {
        return "{\"Results\":[" + results + "],\"UnprocessedRecords\":[" + unprocessed + "]}";
    }

    private static String result(String dimension, long timestamp, int quantity, String status) {
        return "{\"MeteringRecordId\":\"id-" + dimension + "\",\"Status\":\"" + status + "\",\"UsageRecord\":"
                + usage(dimension, timestamp, quantity) + "}";
    }

    private static String usage(String dimension, long timestamp, int quantity) {
        return "{\"CustomerIdentifier\":\"cust-1\",\"Dimension\":\"" + dimension + "\",\"Timestamp\":" + timestamp
                + ".0,\"Quantity\":" + quantity + "}";
    }
}
