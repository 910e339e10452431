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
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class SumReconciliationProperties {

    private static final ReportEvidence WHOLE =
            new ReportEvidence(List.of(ReportCoverage.complete(LocalDate.MIN, LocalDate.MAX)), Gaps.NONE);
    private static final ReportEvidence NOTHING_STATED = new ReportEvidence(List.of(), Gaps.NONE);

    @Property
    @Label(
            "ASK-3 every customer, dimension and span of either side is found once; matched if and only if the sums are equal")
    void complete(
            @ForAll("ours") List<BookedLine> ours,
            @ForAll("rows") List<ReportRow> rows,
            @ForAll Granularity by,
            @ForAll boolean stated) {
        SumReconciliation found = SumReconciliation.of(ours, rows, by, stated ? WHOLE : NOTHING_STATED);

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
            Verdict known = accepted == billed
                    ? Verdict.MATCHED
                    : !there
                            ? Verdict.ONLY_HERE
                            : here.contains(finding.span()) ? Verdict.DIFFERENT : Verdict.ONLY_THERE;
            boolean mayLackRows = !stated && (!there || (here.contains(finding.span()) && billed < accepted));
            assertThat(finding.verdict()).isEqualTo(mayLackRows ? Verdict.UNKNOWN : known);
            Statistics.collect(finding.verdict());
        });
        assertThat(found.mismatches())
                .allMatch(finding -> finding.difference() != 0 || finding.verdict() == Verdict.UNKNOWN);
    }

    @Example
    @Label("ASK-3 a report proves the spans of which it covers every day, and of which every row was read")
    void proves() {
        LocalDate march = LocalDate.of(2026, 3, 1);
        ReportEvidence evidence = new ReportEvidence(
                List.of(
                        ReportCoverage.complete(march, march.plusDays(20)),
                        ReportCoverage.complete(march.plusDays(20), march.plusDays(31))),
                Gaps.NONE);

        assertThat(evidence.proves(march, Granularity.MONTH)).isTrue();
        assertThat(evidence.proves(march.plusDays(30), Granularity.DAY)).isTrue();
        assertThat(evidence.proves(march.plusDays(31), Granularity.DAY)).isFalse();
        assertThat(evidence.proves(march.minusDays(1), Granularity.DAY)).isFalse();
        assertThat(new ReportEvidence(evidence.stated().subList(0, 1), Gaps.NONE).proves(march, Granularity.MONTH))
                .isFalse();
        assertThat(new ReportEvidence(evidence.stated(), Gaps.EVERYWHERE).proves(march, Granularity.MONTH))
                .isFalse();
        assertThat(new ReportEvidence(List.of(new ReportCoverage(march, march.plusDays(31), false)), Gaps.NONE)
                        .proves(march, Granularity.MONTH))
                .isFalse();
    }

    @Property
    @Label("ASK-3 months are the sums of their days, and no order matters")
    void months(@ForAll("ours") List<BookedLine> ours, @ForAll("rows") List<ReportRow> rows, @ForAll Random chance) {
        List<ReportRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, chance);
        SumReconciliation days = SumReconciliation.of(ours, rows, Granularity.DAY, WHOLE);

        assertThat(SumReconciliation.of(ours, shuffled, Granularity.DAY, WHOLE)).isEqualTo(days);
        assertThat(SumReconciliation.of(ours, rows, Granularity.MONTH, WHOLE).findings())
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
