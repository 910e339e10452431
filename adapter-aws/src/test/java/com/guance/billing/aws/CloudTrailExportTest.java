package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.reconciliation.BilledLine;
import com.guance.billing.reconciliation.Gaps;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.MarketplaceProfile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTrailExportTest {

    private static final BilledLine LINE = new BilledLine(
            new RecordId(
                    new Meter(CloudTrailExportProperties.legacy(), new Dimension("hosts")),
                    MeteringHour.of(Records.HOUR)),
            3,
            Records.HOUR,
            "us-east-1",
            true);

    @Test
    @DisplayName("ASK-3 the seller guide's own example")
    void ofTheGuide() throws IOException {
        String text = """
                {"eventVersion": "1.05", "userIdentity": {"type": "IAMUser"}, "eventTime": "2018-04-19T16:32:51Z",
                 "eventSource": "metering-marketplace.amazonaws.com", "eventName": "BatchMeterUsage",
                 "requestParameters": {"usageRecords": [], "productCode": "EXAMPLE_proCode"},
                 "responseElements": {"results": [{"usageRecord": {"dimension": "Dimension1",
                   "timestamp": "Apr 19, 2018 4:32:50 PM", "customerIdentifier": "customer1",
                   "customerAWSAccountID": "987654321098", "quantity": 1},
                   "meteringRecordId": "bEXAMPLE", "status": "Success"}], "unprocessedRecords": [ ]},
                 "eventID": "cEXAMPLE", "readOnly": false}
                """;
        MarketplaceProfile profile = MarketplaceProfile.aws("EXAMPLE_proCode");

        assertThat(CloudTrailExport.read(new StringReader(text), profile))
                .isEqualTo(Legible.of(List.of(new BilledLine(
                        new RecordId(
                                new Meter(
                                        new MarketplaceCustomer.Legacy(profile.product(), "customer1"),
                                        new Dimension("Dimension1")),
                                MeteringHour.of(Instant.parse("2018-04-19T16:00:00Z"))),
                        1,
                        Instant.parse("2018-04-19T16:32:51Z"),
                        "us-east-1",
                        true))));
        assertThat(CloudTrailExport.read(new StringReader(text), Records.PROFILE)
                        .lines())
                .isEmpty();
    }

    @Test
    @DisplayName("ASK-3 refused calls, customers not subscribed and other events have billed nothing")
    void nothingBilled() {
        ObjectNode refused = event().put("errorCode", "InvalidTagException");
        ObjectNode other = event().put("eventName", "MeterUsage");
        ObjectNode elsewhere = event().put("eventSource", "s3.amazonaws.com");
        ObjectNode answered = event();
        ArrayNode results = answered.withObject("/responseElements").putArray("results");
        Trails.result(results, LINE, "CustomerNotSubscribed");

        assertThat(Trails.read(Trails.file(List.of(refused, other, elsewhere, answered))))
                .isEqualTo(new Legible<>(List.of(), List.of(), 0, Gaps.NONE, 2, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mar 18, 2026 11:32:50 AM",
                "Mar 18, 2026, 11:32:50 AM",
                "Mar 18, 2026 11:32:50\u202fAM",
                "mar 18, 2026 11:32:50 am",
                "2026-03-18T11:32:50Z",
                "2026-03-18T11:32:50.123Z",
                "2026-03-18 11:32:50.000",
                "2026-03-18 11:32:50",
                "2026-03-18T13:32:50+02:00",
                "1773833570",
                "1773833570.5",
                "1.77383357E9"
            })
    @DisplayName("ASK-3 a time is read however it is written")
    void times(String time) {
        ObjectNode event = event();
        usage(event).put("timestamp", time);
        assertThat(Trails.read(event.toString())).isEqualTo(Legible.of(List.of(LINE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1773833570", "1773833570.0", "1773833570.123456789", "1.7738335705E9"})
    @DisplayName("ASK-3 seconds since 1970 may have a fraction")
    void epochs(String seconds) {
        ObjectNode event = event();
        usage(event).put("timestamp", "here");
        assertThat(Trails.read(event.toString().replace("\"here\"", seconds)).lines())
                .containsExactly(LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e99", "-1", "999999999999999"})
    @DisplayName("ASK-3 an absurd number is no time, and costs none")
    void absurdEpochs(String seconds) {
        ObjectNode event = event();
        usage(event).put("timestamp", "here");
        Legible<BilledLine> read = Trails.read(event.toString().replace("\"here\"", seconds));
        assertThat(read.lines()).isEmpty();
        assertThat(read.problemCount()).isPositive();
    }

    @Test
    @DisplayName("ASK-3 a bad result is told with the number of its event, and spoils no other")
    void badResults() {
        ObjectNode event = event();
        ArrayNode results = event.withObject("/responseElements").putArray("results");
        for (int i = 0; i < 7; i++) {
            Trails.result(results, LINE, "Success");
        }
        usage(event, 0).put("quantity", "3 or so");
        usage(event, 1).put("quantity", 2_147_483_648L);
        usage(event, 2).put("timestamp", "yesterday");
        usage(event, 3).put("dimension", "");
        usage(event, 4).remove(List.of("customerIdentifier", "customerAWSAccountID"));
        usage(event, 5).put("quantity", -1);
        ObjectNode silent = event();
        silent.putNull("responseElements");
        ObjectNode timeless = event().put("eventTime", "now");

        Legible<BilledLine> read = Trails.read(Trails.file(List.of(event(), event, silent, timeless, event())));

        assertThat(read.lines()).containsExactly(LINE, LINE, LINE);
        assertThat(read.problems()).extracting(Legible.BadLine::number).containsExactly(2L, 2L, 2L, 2L, 2L, 2L, 3L, 4L);
        assertThat(read.problems()).extracting(Legible.BadLine::why).noneMatch(why -> why.contains("yesterday"));
    }

    @Test
    @DisplayName("ASK-3 ARR-9 a record that names an AWS account alone is of a customer of the account form")
    void byAccount() {
        ObjectNode event = event();
        usage(event).remove("customerIdentifier");

        assertThat(Trails.read(event.toString()).lines())
                .extracting(line -> line.record().meter().customer())
                .containsExactly(new MarketplaceCustomer.Account(Records.PROFILE.product(), "987654321098"));
    }

    @Test
    @DisplayName("ASK-3 a quantity that is left out is 0")
    void noQuantity() {
        ObjectNode event = event();
        usage(event).remove("quantity");
        assertThat(Trails.read(event.toString()).lines())
                .containsExactly(new BilledLine(LINE.record(), 0, LINE.takenAt(), "us-east-1", true));
    }

    @Test
    @DisplayName("ASK-3 an endless event, an endless line and endless depth end in a problem, not in memory")
    void endless() throws IOException {
        assertThat(CloudTrailExport.read(new Endless("{\"Records\":[{\"a\":[", "0,"), Records.PROFILE)
                        .problems())
                .hasSize(1);
        assertThat(CloudTrailExport.read(new Endless("{\"Records\":[{\"a\":\"", "x"), Records.PROFILE)
                        .problems())
                .hasSize(1);
        assertThat(Trails.read("[".repeat(1_000_000)).problems()).hasSize(1);
        assertThat(Trails.lines(event() + "\n" + "x".repeat(CloudTrailExport.LONGEST_EVENT + 1) + "\n" + event()))
                .isEqualTo(new Legible<>(
                        List.of(LINE, LINE), List.of(new Legible.BadLine(2, "too long")), 1, Gaps.EVERYWHERE, 0, 0));
    }

    private static ObjectNode event() {
        return Trails.event("e", Records.HOUR, List.of(LINE));
    }

    private static ObjectNode usage(ObjectNode event) {
        return usage(event, 0);
    }

    private static ObjectNode usage(ObjectNode event, int place) {
        return (ObjectNode) event.at("/responseElements/results/" + place + "/usageRecord");
    }

    /** A text that begins somehow, and never ends. */
    private static final class Endless extends Reader {

        private final String again;
        private String left;

        Endless(String first, String again) {
            this.left = first;
            this.again = again;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (left.isEmpty()) {
                left = again.repeat(1_000);
            }
            int read = Math.min(length, left.length());
            left.getChars(0, read, buffer, offset);
            left = left.substring(read);
            return read;
        }

        @Override
        public void close() {}
    }
}
