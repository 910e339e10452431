package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.reconciliation.Gaps;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.ReportRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report of each page of AWS, with AWS's own header row. */
class SellerReportPagesTest {

    private static final String HEADER =
            "Usage date,Product code,Dimension key,Subscriber AWS account ID,Estimated usage";
    private static final String HASH = "c4ca4238a0b923820dcc509a6f75849b";
    private static final ReportKeys FEED = ReportKeys.ofFeed("prod-abc123", Map.of(HASH, "111122223333"));
    private static final ReportRow ROW = new ReportRow(
            CloudAccountId.of("aws", "111122223333"), new Dimension("hosts"), LocalDate.of(2026, 3, 18), 17);

    @Test
    @DisplayName("ASK-3 the Usage dashboard: who subscribed, and the estimated usage")
    void dashboard() throws IOException {
        assertThat(read("usage-dashboard.csv", ReportKeys.NONE))
                .isEqualTo(new Legible<>(List.of(ROW), List.of(), 0, Gaps.NONE, 0, 1));
    }

    @Test
    @DisplayName("ASK-3 the Marketplace Usage dataset")
    void dataset() throws IOException {
        assertThat(read("usage-dataset.csv", ReportKeys.NONE)).isEqualTo(Legible.of(List.of(ROW)));
    }

    @Test
    @DisplayName("ASK-3 the Daily Usage feed is read with a map from its hashes to accounts, and the product's id")
    void feed() throws IOException {
        assertThat(read("daily-usage-feed.csv", FEED))
                .isEqualTo(new Legible<>(List.of(ROW), List.of(), 0, Gaps.NONE, 0, 1));
    }

    @Test
    @DisplayName(
            "ASK-3 without the map, or without the product's id, rows of the feed are problems, never anybody's usage")
    void unknownHashes() throws IOException {
        for (ReportKeys keys :
                List.of(ReportKeys.NONE, ReportKeys.ofFeed("prod-abc123", Map.of("other", "111122223333")))) {
            Legible<ReportRow> read = read("daily-usage-feed.csv", keys);
            assertThat(read.lines()).isEmpty();
            assertThat(read.problems()).isNotEmpty();
            assertThat(read.gaps()).isEqualTo(Gaps.EVERYWHERE);
        }
        assertThat(read("daily-usage-feed.csv", new ReportKeys(FEED.productId(), Map.of(HASH, "not an account")))
                        .lines())
                .isEmpty();
    }

    @Test
    @DisplayName("ASK-3 the Daily business report is refused: which columns are missing, and what to export instead")
    void dailyBusinessReport() throws IOException {
        Legible<ReportRow> read = read("daily-business-report.csv", ReportKeys.NONE);

        assertThat(read.lines()).isEmpty();
        assertThat(read.gaps()).isEqualTo(Gaps.EVERYWHERE);
        assertThat(read.problems())
                .containsExactly(new Legible.BadLine(
                        1,
                        "no column of the day, the dimension, the subscriber's account: export the Usage dashboard"
                                + " (Insights, Sales operations) or the Daily Usage feed instead"));
    }

    @Test
    @DisplayName("ASK-3 the account that is billed is never taken for the one that subscribed")
    void billedAccount() throws IOException {
        String text = text("daily-business-report-billed.csv");

        assertThat(read(text, ReportKeys.NONE).problems())
                .extracting(Legible.BadLine::why)
                .singleElement()
                .asString()
                .contains(
                        "the subscriber's account (the account that is billed is not always the one that subscribed)");
        assertThat(read(
                                HEADER.replace("Subscriber AWS account ID", "Customer AWS Account Number")
                                        .concat("\n2026-03-18,prod-obs,hosts,111122223333,17\n"),
                                ReportKeys.NONE)
                        .lines())
                .isEmpty();
    }

    @ParameterizedTest
    @DisplayName("ASK-3 a report is read as well when a spreadsheet has saved it again with semicolons or tabs")
    @ValueSource(strings = {";", "\t"})
    void resaved(String separator) throws IOException {
        String row = HEADER + "\r\n2026-03-18,prod-obs,hosts,111122223333,17%s\r\n";
        for (String decimals : List.of("", ".00", ",00", ",0")) {
            assertThat(read("\ufeff" + row.replace(",", separator).formatted(decimals), ReportKeys.NONE))
                    .isEqualTo(Legible.of(List.of(ROW)));
        }
        for (String unclear : List.of(".000", ",000", ".5", ",5")) {
            assertThat(read(row.replace(",", separator).formatted(unclear), ReportKeys.NONE)
                            .lines())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("ASK-3 an account that a spreadsheet has rounded is a problem")
    void rounded() throws IOException {
        assertThat(read(HEADER + "\n2026-03-18,prod-obs,hosts,1.11122E+11,17\n", ReportKeys.NONE)
                        .problems())
                .hasSize(1);
    }

    @Test
    @DisplayName("ASK-3 a row that names no product of ours is not ours")
    void namesNoProduct() throws IOException {
        assertThat(read(HEADER + "\n2026-03-18,,hosts,111122223333,17\n", ReportKeys.NONE)
                        .problems())
                .containsExactly(new Legible.BadLine(2, "names no product"));
    }

    private static Legible<ReportRow> read(String fileOrText, ReportKeys keys) throws IOException {
        if (!fileOrText.endsWith(".csv")) {
            return SellerReport.read(new StringReader(fileOrText), Records.PROFILE, keys);
        }
        try (InputStream file = open(fileOrText)) {
            return SellerReport.read(file, Records.PROFILE, keys);
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = open(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(SellerReportPagesTest.class.getResourceAsStream(file));
    }
}
