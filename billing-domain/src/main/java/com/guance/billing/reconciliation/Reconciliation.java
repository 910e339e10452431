package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordStatus;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
 * @param notOurs lines of calls that named no product, and a customer that we do not have: usage of another product
 */
public record Reconciliation(List<Finding> findings, List<BilledLine> notOurs) {

    private static final Comparator<BilledLine> FIRST =
            Comparator.comparing(BilledLine::takenAt).thenComparingLong(BilledLine::quantity);

    /** Takes copies. */
    public Reconciliation {
        findings = Required.list(findings, "findings");
        notOurs = Required.list(notOurs, "notOurs");
    }

    /**
     * Compares the two sides of the same hours.
     *
     * @param ours one line a record, as they are now; those of the last hours may be on their way
     * @param theirs all that the marketplace took, in any order, repeated or not; of one meter, hour and region the first counts
     * @param notOurs lines that are another product's
     * @param evidence what proves that a record which is not among theirs was not billed
     * @return what was found
     * @throws IllegalArgumentException if two of our lines are of one meter and hour
     */
    public static Reconciliation of(
            Collection<BookedLine> ours,
            Collection<BilledLine> theirs,
            Collection<BilledLine> notOurs,
            Evidence evidence) {
        Map<String, Billed> there = billed(theirs);
        Map<String, BookedLine> here = ours.stream()
                .collect(
                        Collectors.toUnmodifiableMap(line -> line.record().key(), Function.identity(), (one, other) -> {
                            throw new IllegalArgumentException("two records of " + one.record());
                        }));
        Stream<Finding> known = here.entrySet().stream()
                .map(line -> judged(line.getValue(), Option.of(there.get(line.getKey())), evidence));
        Stream<Finding> unknown = there.entrySet().stream()
                .filter(line -> !here.containsKey(line.getKey()))
                .map(line -> new Finding.OnlyThere(
                        line.getValue().first(), line.getValue().units()));
        return new Reconciliation(
                Stream.concat(known, unknown)
                        .sorted(Comparator.comparing(
                                Finding::record,
                                Comparator.comparing(RecordId::hour).thenComparing(RecordId::key)))
                        .toList(),
                List.copyOf(notOurs));
    }

    /** What somebody has to look at: all that is not matched. */
    public List<Finding> mismatches() {
        return findings.stream()
                .filter(finding -> finding.<Boolean>fold(
                        matched -> false, onlyHere -> true, onlyThere -> true, different -> true, unknown -> true))
                .toList();
    }

    /** The disputed records, which await a decision, with what the marketplace billed of each (SUB-11). */
    public List<Finding> toDecide() {
        return findings.stream()
                .filter(finding -> finding.<Boolean>fold(
                        matched -> isDisputed(matched.ours()),
                        onlyHere -> isDisputed(onlyHere.ours()),
                        onlyThere -> false,
                        different -> isDisputed(different.ours()),
                        unknown -> isDisputed(unknown.ours())))
                .toList();
    }

    /** What was billed of one meter and hour, over all regions. */
    private record Billed(BilledLine first, long units) {

        Billed and(BilledLine line) {
            return new Billed(FIRST.compare(first, line) <= 0 ? first : line, Math.addExact(units, line.quantity()));
        }
    }

    private static Map<String, Billed> billed(Collection<BilledLine> theirs) {
        Map<String, Map<String, BilledLine>> firsts = new HashMap<>();
        theirs.forEach(line -> firsts.computeIfAbsent(line.record().key(), key -> new HashMap<>())
                .merge(line.region(), line, BinaryOperator.minBy(FIRST)));
        Map<String, Billed> billed = new HashMap<>();
        firsts.forEach((key, byRegion) -> byRegion.values()
                .forEach(line -> billed.compute(
                        key, (k, known) -> known == null ? new Billed(line, line.quantity()) : known.and(line))));
        return billed;
    }

    private static boolean isDisputed(BookedLine ours) {
        return ours.status() == RecordStatus.DISPUTED;
    }

    private static Finding judged(BookedLine ours, Option<Billed> theirs, Evidence evidence) {
        if (theirs.isEmpty()) {
            return evidence.doubtOf(ours.record())
                    .<Finding>map(cause -> new Finding.Unknown(ours, cause))
                    .getOrElse(() -> ours.units() == 0 ? new Finding.Matched(ours) : new Finding.OnlyHere(ours));
        }
        long billed = theirs.get().units();
        return billed == ours.units() ? new Finding.Matched(ours) : new Finding.Different(ours, billed);
    }
}
