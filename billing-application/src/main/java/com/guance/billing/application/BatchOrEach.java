package com.guance.billing.application;

import com.guance.billing.ports.faults.EntryUnreadable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs a step for a batch; if something that one item of it needs cannot be read, runs it for each item alone (REL-1). */
final class BatchOrEach {

    private BatchOrEach() {}

    /**
     * The results of the batch, or of every item that did not fail.
     *
     * @param batch the step for all items, in one transaction
     * @param items asked for only if that cannot read something
     * @param each the step for one item, in a transaction of its own
     * @param failures counts the items that fail
     */
    static <I, R> List<R> run(
            Supplier<R> batch, Supplier<Collection<I>> items, Function<I, R> each, FirstFailure failures) {
        try {
            return List.of(batch.get());
        } catch (EntryUnreadable ofSome) {
            List<R> results = new ArrayList<>();
            for (I item : items.get()) {
                failures.count(() -> {
                    results.add(each.apply(item));
                    return 1;
                });
            }
            return results;
        }
    }
}
