package com.guance.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.reconciliation.SumFinding.Span;
import com.guance.billing.reconciliation.SumFinding.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SumReconciliationProperties {

    @Property
    @Label(
            "ASK-3 every customer, dimension and span of either side is found once; matched if and only if the sums are equal")
    void complete(@ForAll("ours") List<BookedLine> ours, @ForAll("rows") List<ReportRow> rows, @ForAll Granularity by) {
        SumReconciliation found = SumReconciliation.of(ours, rows, by);

        Set<Span> here = new HashSet<>();
        ours.forEach(line -> here.add(span(line, by)));
        Set<Span> all = new HashSet<>(here);
        rows.forEach(row -> all.add(span(row, by)));
        assertThat(found.findings()).extracting(SumFinding::span).containsExactlyInAnyOrderElementsOf(all);
        assertThat(found.findings()).allSatisfy(finding -> {
            long accepted = sum(ours, finding.span(), by, false);
            long billed = rows.stream()
                    .filter(row -> span(row, by).equals(finding.span()))
                    .mapToLong(ReportRow::quantity)
                    .sum();
            boolean there = rows.stream().anyMatch(row -> span(row, by).equals(finding.span()));
            assertThat(List.of(finding.accepted(), finding.inDoubt(), finding.billed(), finding.difference()))
                    .containsExactly(accepted, sum(ours, finding.span(), by, true), billed, billed - accepted);
            assertThat(finding.verdict() == Verdict.MATCHED).isEqualTo(accepted == billed);
            assertThat(finding.verdict() == Verdict.ONLY_HERE).isEqualTo(accepted != billed && !there);
            assertThat(finding.verdict() == Verdict.ONLY_THERE)
                    .isEqualTo(accepted != billed && !here.contains(finding.span()));
        });
        assertThat(found.mismatches()).allMatch(finding -> finding.difference() != 0);
    }

    @Property
    @Label("ASK-3 months are the sums of their days, and no order matters")
    void months(@ForAll("ours") List<BookedLine> ours, @ForAll("rows") List<ReportRow> rows, @ForAll Random chance) {
        List<ReportRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, chance);
        SumReconciliation days = SumReconciliation.of(ours, rows, Granularity.DAY);

        assertThat(SumReconciliation.of(ours, shuffled, Granularity.DAY)).isEqualTo(days);
        assertThat(SumReconciliation.of(ours, rows, Granularity.MONTH).findings())
                .allSatisfy(month -> {
                    List<SumFinding> its = days.findings().stream()
                            .filter(day ->
                                    day.span().account().equals(month.span().account())
                                            && day.span()
                                                    .dimension()
                                                    .equals(month.span().dimension())
                                            && Granularity.MONTH
                                                    .startOf(day.span().from())
                                                    .equals(month.span().from()))
                            .toList();
                    assertThat(its.stream().mapToLong(SumFinding::accepted).sum())
                            .isEqualTo(month.accepted());
                    assertThat(its.stream().mapToLong(SumFinding::billed).sum()).isEqualTo(month.billed());
                });
    }

    @Provide
    Arbitrary<List<BookedLine>> ours() {
        return Sides.ours();
    }

    @Provide
    Arbitrary<List<ReportRow>> rows() {
        return Combinators.combine(
                        Sides.keys(),
                        Arbitraries.longs().between(-1, 4),
                        Arbitraries.integers().between(0, 1))
                .as((key, quantity, day) -> new ReportRow(
                        Sides.account(key),
                        key.meter().dimension(),
                        day(key.hour().start()).plusDays(day),
                        quantity))
                .list()
                .ofMaxSize(20);
    }

    private static long sum(List<BookedLine> ours, Span span, Granularity by, boolean inDoubt) {
        return ours.stream()
                .filter(line -> span(line, by).equals(span) && line.isInDoubt() == inDoubt)
                .mapToLong(BookedLine::units)
                .sum();
    }

    private static Span span(BookedLine line, Granularity by) {
        LocalDate day = day(line.record().hour().start());
        return new Span(
                line.account(), line.record().meter().dimension(), by == Granularity.DAY ? day : day.withDayOfMonth(1));
    }

    private static Span span(ReportRow row, Granularity by) {
        return new Span(
                row.account(),
                row.dimension(),
                by == Granularity.DAY ? row.day() : row.day().withDayOfMonth(1));
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
