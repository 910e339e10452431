package com.guance.billing.application;

import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Pages of what stores list: one more is read, to know whether there is a next one. */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(
            PageRequest page, BiFunction<Option<String>, Integer, List<T>> read, Function<T, String> name) {
        List<T> all = read.apply(page.after(), page.size() + 1);
        List<T> shown = all.subList(0, Math.min(page.size(), all.size()));
        return new Page<>(
                shown,
                Option.when(
                        all.size() > shown.size(),
                        () -> new PageRequest(Option.some(name.apply(shown.get(shown.size() - 1))), page.size())));
    }

    /** Pages of a history, whose next page is named by how many items come before it. */
    static <T> Page<T> counted(PageRequest page, BiFunction<Integer, Integer, List<T>> read) {
        int before = page.after().map(Pages::place).getOrElse(0);
        List<T> all = read.apply(before, page.size() + 1);
        int shown = Math.min(page.size(), all.size());
        return new Page<>(
                all.subList(0, shown),
                Option.when(
                        all.size() > shown,
                        () -> new PageRequest(Option.some(Integer.toString(before + shown)), page.size())));
    }

    /** The number that a page begins after. */
    static int place(String after) {
        int place = Integer.parseInt(after);
        if (place < 0) {
            throw new IllegalArgumentException("no page begins after " + place);
        }
        return place;
    }
}
