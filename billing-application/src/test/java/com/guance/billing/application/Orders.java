package com.guance.billing.application;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** The orders in which deeds can be done. */
final class Orders {

    private Orders() {}

    /**
     * Every order of all deeds, each once, that keeps what needs what.
     *
     * @param mayFollow whether a deed may be done after those that were
     */
    static <D> List<List<D>> of(List<D> deeds, BiPredicate<D, List<D>> mayFollow) {
        return goingOn(List.of(), deeds, mayFollow);
    }

    private static <D> List<List<D>> goingOn(List<D> done, List<D> deeds, BiPredicate<D, List<D>> mayFollow) {
        List<List<D>> found = new ArrayList<>();
        for (D deed : deeds) {
            if (!done.contains(deed) && mayFollow.test(deed, done)) {
                List<D> longer = new ArrayList<>(done);
                longer.add(deed);
                found.addAll(goingOn(longer, deeds, mayFollow));
            }
        }
        return done.size() == deeds.size() ? List.of(done) : found;
    }
}
