package com.guance.billing.reconciliation;

import com.guance.billing.Required;
import java.util.Collection;
import java.util.List;

/**
 * What could be read of a list that the marketplace gave, and what could not: one bad line spoils no other.
 *
 * @param lines what was read, in the list's order
 * @param problems what was not read: the first {@value #MOST_PROBLEMS} of them
 * @param problemCount how many problems there were
 * @param gaps which records may be missing from the lines because of them; a reconciliation never takes these as not billed
 * @param otherEvents how many events of other services or operations were recognised and passed over
 * @param otherProducts how many calls or rows of other products were recognised and passed over
 * @param <T> what the list is of
 */
public record Legible<T>(
        List<T> lines, List<BadLine> problems, long problemCount, Gaps gaps, long otherEvents, long otherProducts) {

    /** The most problems that are kept; more are counted. */
    public static final int MOST_PROBLEMS = 1_000;

    /**
     * Takes copies.
     *
     * @throws IllegalArgumentException if there are more problems than are kept or counted
     */
    public Legible {
        lines = Required.list(lines, "lines");
        problems = Required.list(problems, "problems");
        Required.value(gaps, "gaps");
        if (problems.size() > MOST_PROBLEMS || problems.size() > problemCount) {
            throw new IllegalArgumentException(
                    problems.size() + " problems of " + problemCount + ", and at most " + MOST_PROBLEMS + " are kept");
        }
    }

    /** A list that was read without a problem. */
    public static <T> Legible<T> of(List<T> lines) {
        return new Legible<>(lines, List.of(), 0, Gaps.NONE, 0, 0);
    }

    /** All of several lists, one after the other, such as of the files of one export. */
    public static <T> Legible<T> all(Collection<Legible<T>> parts) {
        return new Legible<>(
                parts.stream().flatMap(part -> part.lines.stream()).toList(),
                parts.stream()
                        .flatMap(part -> part.problems.stream())
                        .limit(MOST_PROBLEMS)
                        .toList(),
                parts.stream().mapToLong(Legible::problemCount).sum(),
                Gaps.all(parts.stream().map(Legible::gaps).toList()),
                parts.stream().mapToLong(Legible::otherEvents).sum(),
                parts.stream().mapToLong(Legible::otherProducts).sum());
    }

    /**
     * What is wrong with a line.
     *
     * @param number the line's, or the event's, from 1
     * @param why in words, without repeating the text
     */
    public record BadLine(long number, String why) {

        /** Refuses nulls. */
        public BadLine {
            Required.value(why, "why");
        }
    }
}
