package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.reconciliation.Gaps;
import com.guance.billing.reconciliation.Legible;
import com.guance.billing.reconciliation.ReportRow;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SellerReportProperties {

    private static final String HEADER = "Product Code,Subscriber AWS Account ID,Dimension,Usage Units,Usage Date\n";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    @Property(tries = 500)
    @Label("ASK-3 rows are read back whatever stands in them, with any ends of lines, and beside rubbish")
    void roundTrip(@ForAll("rows") List<ReportRow> rows, @ForAll boolean carriageReturns) {
        String text = "\ufeff" + HEADER
                + rows.stream()
                        .map(SellerReportProperties::csv)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());

        assertThat(read(carriageReturns ? text.replace("\n", "\r\n") : text)).isEqualTo(Legible.of(rows));
    }

    @Property(tries = 500)
    @Label("ASK-3 no row is read differently because another is bad, and each bad one is told with its line")
    void rubbish(@ForAll("rows") List<ReportRow> rows, @ForAll("rubbish") String rubbish) {
        String good = rows.stream()
                .map(SellerReportProperties::csv)
                .map(line -> line + "\n")
                .collect(Collectors.joining());

        Legible<ReportRow> read = read(HEADER + good + "prod-obs," + rubbish + "\n" + good);

        assertThat(read.lines()).hasSize(2 * rows.size());
        assertThat(read.problems()).extracting(Legible.BadLine::number).containsExactly(2L + rows.size());
    }

    @Example
    @Label("ASK-3 the columns of the usage dataset: the subscriber before the end user, the latest of one identity")
    void ofTheDataset() {
        Legible<ReportRow> read = read("""
                internal_usage_line_item_id,usage_date,end_user_aws_account_id,product_code,dimension_key,\
                estimated_usage_units,subscriber_aws_account_id,row_type,row_modified_date
                u-1,2026-03-18,111122223333,prod-obs,hosts,5.0,444455556666,INSERT,2026-03-19T01:00:00Z
                u-1,2026-03-18,111122223333,prod-obs,hosts,7,444455556666,UPDATE,2026-03-20T01:00:00Z
                u-1,2026-03-18,111122223333,prod-obs,hosts,6,444455556666,UPDATE,2026-03-19T02:00:00Z
                u-2,2026-03-18 00:00:00,111122223333,prod-obs,hosts,1,Not available,INSERT,2026-03-19T01:00:00Z
                u-3,2026-03-18,111122223333,prod-obs,hosts,9,Not available,INSERT,2026-03-19T01:00:00Z
                u-3,2026-03-18,111122223333,prod-obs,hosts,9,Not available,DELETE,2026-03-19T03:00:00Z
                u-4,2026-03-18,111122223333,other,hosts,9,Not available,INSERT,2026-03-19T01:00:00Z
                """);

        assertThat(read)
                .isEqualTo(new Legible<>(
                        List.of(row("444455556666", "hosts", 7), row("111122223333", "hosts", 1)),
                        List.of(),
                        0,
                        Gaps.NONE,
                        0,
                        1));
    }

    @Example
    @Label("ASK-3 without the columns, a quote that does not end, or a row without end: told")
    void illegible() {
        assertThat(read("").problems()).hasSize(1);
        assertThat(read("a,b\n1,2\n").problems()).hasSize(1);
        assertThat(read(HEADER + "\"prod-obs,1").problems())
                .extracting(Legible.BadLine::number)
                .containsExactly(2L);
        assertThat(read(HEADER + "prod-obs,\"" + "x".repeat(64 * 1024) + "\n" + csv(row("111122223333", "hosts", 1))))
                .isEqualTo(new Legible<>(
                        List.of(row("111122223333", "hosts", 1)),
                        List.of(new Legible.BadLine(2, "no legible row")),
                        1,
                        Gaps.EVERYWHERE,
                        0,
                        0));
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i ->
                                List.of("1.5", "99999999999999999999", "1e3").get(i))
                        .map(units -> read(HEADER + "prod-obs,111122223333,hosts," + units + ",2026-03-18"))
                        .map(read -> read.problems().get(0)))
                .containsOnly(new Legible.BadLine(2, "no whole units"));
    }

    @Provide
    Arbitrary<List<ReportRow>> rows() {
        return Combinators.combine(
                        Arbitraries.of("111122223333", "444455556666"),
                        Arbitraries.of("hosts", "a, b", "say \"hosts\"", "观\uD83D\uDE80", "\"", ",\",\""),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 40))
                .as((account, dimension, units, days) -> new ReportRow(
                        CloudAccountId.of("aws", account), new Dimension(dimension), DAY.plusDays(days), units))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> rubbish() {
        return Arbitraries.of(
                "",
                "111122223333",
                "1,hosts,1,2026-03-18",
                "111122223333,,1,2026-03-18",
                "111122223333,hosts,,2026-03-18",
                "111122223333,hosts,1.5,2026-03-18",
                "111122223333,hosts,1,2026-02-30",
                "111122223333,hosts,1,18.3.2026",
                "111122223333,ho\"sts,1,2026-03-18",
                "111122223333,\"hosts\"x,1,2026-03-18",
                "111122223333,\"ho\nsts\",1,2026-03-18");
    }

    private static Legible<ReportRow> read(String csv) {
        try {
            return SellerReport.read(new StringReader(csv), Records.PROFILE, ReportKeys.NONE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ReportRow row(String account, String dimension, long units) {
        return new ReportRow(CloudAccountId.of("aws", account), new Dimension(dimension), DAY, units);
    }

    private static String csv(ReportRow row) {
        return "prod-obs," + row.account().value().substring("aws:".length()) + ",\""
                + row.dimension().name().replace("\"", "\"\"") + "\"," + row.quantity() + "," + row.day();
    }
}
