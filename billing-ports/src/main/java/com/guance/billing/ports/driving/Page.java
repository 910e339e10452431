package com.guance.billing.ports.driving;

import com.guance.billing.Required;
import io.vavr.control.Option;
import java.util.List;

/**
 * A page of a list.
 *
 * @param items what is on it, in the list's order
 * @param next what to ask for the page after it; none if this is the last
 * @param <T> what the list is of
 */
public record Page<T>(List<T> items, Option<PageRequest> next) {

    /** Takes a copy. */
    public Page {
        items = Required.list(items, "items");
        Required.option(next, "next");
    }
}
