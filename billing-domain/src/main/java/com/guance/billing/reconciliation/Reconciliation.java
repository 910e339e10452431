package com.guance.billing.reconciliation;

import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Our books against what the marketplace says it has billed: every meter and hour that either side knows, once (ASK-3). It decides
 * nothing: what is disputed is decided by people, with this in hand (SUB-11).
 *
 * @param findings by hour, of one hour in the order of their keys
 */
public record Reconciliation(List<Finding> findings) {

    private static final Comparator<BilledLine> FIRST =
            Comparator.comparing(BilledLine::takenAt).thenComparingLong(BilledLine::quantity);

    /** Takes a copy. */
    public Reconciliation {
        findings = List.copyOf(findings);
    }

    /**
     * Compares the two sides of the same hours.
     *
     * @param ours one line a record, as they are now; those of the last hours may be on their way, and CloudTrail is about a quarter
     *     of an hour late
     * @param theirs all that the marketplace took, in any order, repeated or not; of one meter and hour the first counts
     * @return what was found
     * @throws IllegalArgumentException if two of our lines are of one meter and hour
     */
    public static Reconciliation of(Collection<BookedLine> ours, Collection<BilledLine> theirs) {
        Map<String, BilledLine> there = theirs.stream()
                .collect(Collectors.toUnmodifiableMap(
                        line -> line.record().key(), Function.identity(), BinaryOperator.minBy(FIRST)));
        Map<String, BookedLine> here = ours.stream()
                .collect(
                        Collectors.toUnmodifiableMap(line -> line.record().key(), Function.identity(), (one, other) -> {
                            throw new IllegalArgumentException("two records of " + one.record());
                        }));
        Stream<Finding> known =
                here.entrySet().stream().map(line -> judged(line.getValue(), Option.of(there.get(line.getKey()))));
        Stream<Finding> unknown = there.entrySet().stream()
                .filter(line -> !here.containsKey(line.getKey()))
                .map(line -> new Finding.OnlyThere(line.getValue()));
        return new Reconciliation(Stream.concat(known, unknown)
                .sorted(Comparator.comparing(
                        Finding::record, Comparator.comparing(RecordId::hour).thenComparing(RecordId::key)))
                .toList());
    }

    /** What somebody has to look at: all that is not matched. */
    public List<Finding> mismatches() {
        return findings.stream()
                .filter(finding ->
                        finding.<Boolean>fold(matched -> false, onlyHere -> true, onlyThere -> true, different -> true))
                .toList();
    }

    /** The disputed records, which await a decision, with what the marketplace billed of each (SUB-11). */
    public List<Finding> toDecide() {
        return findings.stream()
                .filter(finding -> finding.<Boolean>fold(
                        matched -> isDisputed(matched.ours()),
                        onlyHere -> isDisputed(onlyHere.ours()),
                        onlyThere -> false,
                        different -> isDisputed(different.ours())))
                .toList();
    }

    private static boolean isDisputed(BookedLine ours) {
        return ours.status() == RecordStatus.DISPUTED;
    }

    private static Finding judged(BookedLine ours, Option<BilledLine> theirs) {
        long billed = theirs.map(BilledLine::quantity).getOrElse(0L);
        if (billed == ours.units()) {
            return new Finding.Matched(ours);
        }
        return theirs.isEmpty() ? new Finding.OnlyHere(ours) : new Finding.Different(ours, billed);
    }
}
