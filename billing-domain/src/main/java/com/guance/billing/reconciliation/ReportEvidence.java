package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import java.time.LocalDate;
import java.util.List;

/**
 * What proves that usage which a seller report does not contain was not billed: complete reports for every day of the span, of which
 * every row was read (ASK-3).
 *
 * @param stated what the host states about its reports
 * @param gaps what the reader could not read of them
 */
public record ReportEvidence(List<ReportCoverage> stated, Gaps gaps) {

    /** Takes a copy. */
    public ReportEvidence {
        stated = Required.list(stated, "stated");
        Required.value(gaps, "gaps");
    }

    boolean proves(LocalDate span, Granularity by) {
        boolean proved = gaps.isEmpty();
        for (LocalDate day = span; proved && by.startOf(day).equals(span); day = day.plusDays(1)) {
            proved = covers(day);
        }
        return proved;
    }

    private boolean covers(LocalDate day) {
        return stated.stream()
                .anyMatch(report -> report.complete() && !day.isBefore(report.from()) && day.isBefore(report.until()));
    }
}
