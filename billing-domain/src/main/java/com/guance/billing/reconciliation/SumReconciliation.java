package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import com.guance.billing.reconciliation.SumFinding.Span;
import com.guance.billing.reconciliation.SumFinding.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Our books against a seller report, which knows neither hours nor attempts: every customer, dimension and span that either side
 * knows, once (ASK-3).
 *
 * @param findings by span, of one span in the order of customers and dimensions
 */
public record SumReconciliation(List<SumFinding> findings) {

    private static final Comparator<Span> ORDER = Comparator.comparing(Span::from)
            .thenComparing(span -> span.account().value())
            .thenComparing(span -> span.dimension().name());

    /** Takes a copy. */
    public SumReconciliation {
        findings = Required.list(findings, "findings");
    }

    /**
     * Compares the sums of the same spans.
     *
     * @param ours one line a record, as they are now
     * @param theirs the rows of the report; those of one customer, dimension and span add up
     * @param by what the report adds up
     * @param evidence what proves that a span which the report does not contain was not billed
     * @return what was found
     * @throws ArithmeticException if a sum does not fit 64 bits
     */
    public static SumReconciliation of(
            Collection<BookedLine> ours, Collection<ReportRow> theirs, Granularity by, ReportEvidence evidence) {
        Map<Span, Long> accepted = new HashMap<>();
        Map<Span, Long> inDoubt = new HashMap<>();
        Map<Span, Long> billed = new HashMap<>();
        Map<Span, Verdict> verdicts = new TreeMap<>(ORDER);
        for (BookedLine line : ours) {
            Span span = new Span(
                    line.account(),
                    line.record().meter().dimension(),
                    by.startOf(line.record().hour()));
            accepted.merge(span, line.isInDoubt() ? 0 : line.units(), Math::addExact);
            inDoubt.merge(span, line.isInDoubt() ? line.units() : 0, Math::addExact);
            verdicts.put(span, Verdict.ONLY_HERE);
        }
        for (ReportRow row : theirs) {
            Span span = new Span(row.account(), row.dimension(), by.startOf(row.day()));
            billed.merge(span, row.quantity(), Math::addExact);
            verdicts.put(span, accepted.containsKey(span) ? Verdict.DIFFERENT : Verdict.ONLY_THERE);
        }
        return new SumReconciliation(verdicts.entrySet().stream()
                .map(side -> finding(
                        side.getKey(),
                        side.getValue(),
                        evidence.proves(side.getKey().from(), by),
                        accepted.getOrDefault(side.getKey(), 0L),
                        inDoubt.getOrDefault(side.getKey(), 0L),
                        billed.getOrDefault(side.getKey(), 0L)))
                .toList());
    }

    /** What somebody has to look at: all that is not matched. */
    public List<SumFinding> mismatches() {
        return findings.stream()
                .filter(finding -> finding.verdict() != Verdict.MATCHED)
                .toList();
    }

    private static SumFinding finding(
            Span span, Verdict different, boolean isProved, long accepted, long inDoubt, long billed) {
        boolean mayLackRows =
                !isProved && (different == Verdict.ONLY_HERE || (different == Verdict.DIFFERENT && billed < accepted));
        Verdict verdict = mayLackRows ? Verdict.UNKNOWN : accepted == billed ? Verdict.MATCHED : different;
        return new SumFinding(span, verdict, accepted, inDoubt, billed);
    }
}
