package com.guance.billing.reconciliation;

import java.util.List;

/**
 * What could be read of a list that the marketplace gave, and what could not: one bad line spoils no other.
 *
 * @param lines what was read, in the list's order
 * @param problems what was not; a reconciliation without it may find too little there
 * @param <T> what the list is of
 */
public record Legible<T>(List<T> lines, List<BadLine> problems) {

    /** Takes copies. */
    public Legible {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /**
     * What is wrong with a line.
     *
     * @param number the line's, or the event's, from 1
     * @param why in words, without repeating the text
     */
    public record BadLine(long number, String why) {}
}
