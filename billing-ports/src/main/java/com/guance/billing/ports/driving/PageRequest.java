package com.guance.billing.ports.driving;

import com.guance.billing.Required;
import io.vavr.control.Option;

/**
 * Which page of a list. Start with {@link #first}, go on with {@link Page#next()}.
 *
 * @param after the last item of the page before, as the list names it: what {@link Page#next()} said, of the same list; none: from
 *     the first. What names no item of such a list may be refused by {@link IllegalArgumentException}
 * @param size at most so many items, 1–500
 */
public record PageRequest(Option<String> after, int size) {

    private static final int MOST = 500;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if the size is not 1–500
     */
    public PageRequest {
        Required.option(after, "after");
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("a page has 1-" + MOST + " items, not " + size);
        }
    }

    /**
     * The first page.
     *
     * @param size at most so many items, 1–500
     * @return the request
     */
    public static PageRequest first(int size) {
        return new PageRequest(Option.none(), size);
    }
}
