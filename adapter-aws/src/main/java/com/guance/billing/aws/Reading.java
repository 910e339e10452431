package com.guance.billing.aws;

import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.reconciliation.Gaps;
import com.guance.billing.reconciliation.Legible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what a reader finds in a list of the marketplace's, in bounded memory but for the lines themselves.
 *
 * @param <T> what the list is of
 */
final class Reading<T> {

    /** So many hours or records that may be missing are kept; with more of them, all may be. */
    private static final int MOST_GAPS = 100_000;

    private final List<T> lines = new ArrayList<>();
    private final List<Legible.BadLine> problems = new ArrayList<>();
    private final Set<MeteringHour> hours = new HashSet<>();
    private final Set<String> recordKeys = new HashSet<>();
    private boolean everywhere;
    private long problemCount;
    private long otherEvents;
    private long otherProducts;

    void line(T line) {
        lines.add(line);
    }

    /** Something could not be read, and may concern any record. */
    void problem(long number, String why) {
        everywhere = true;
        report(number, why);
    }

    /** Something could not be read, and may concern any record of these hours. */
    void problem(long number, String why, Set<MeteringHour> concerned) {
        hours.addAll(concerned);
        report(number, why);
    }

    /** It could not be read whether these records were billed. */
    void problemOf(long number, String why, List<RecordId> concerned) {
        concerned.forEach(record -> recordKeys.add(record.key()));
        report(number, why);
    }

    /** A record that may have been billed, as the list shows, though it does not say how much. */
    void mayBeBilled(RecordId record) {
        recordKeys.add(record.key());
        boundGaps();
    }

    void otherEvent() {
        otherEvents++;
    }

    void otherProduct() {
        otherProducts++;
    }

    Legible<T> legible() {
        return new Legible<>(
                lines,
                problems,
                problemCount,
                everywhere ? Gaps.EVERYWHERE : new Gaps(false, hours, recordKeys),
                otherEvents,
                otherProducts);
    }

    private void report(long number, String why) {
        boundGaps();
        problemCount++;
        if (problems.size() < Legible.MOST_PROBLEMS) {
            problems.add(new Legible.BadLine(number, why));
        }
    }

    private void boundGaps() {
        everywhere |= hours.size() > MOST_GAPS || recordKeys.size() > MOST_GAPS;
        if (everywhere) {
            hours.clear();
            recordKeys.clear();
        }
    }
}
