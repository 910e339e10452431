package com.guance.billing.application;

import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.MarketplaceCustomer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Makes records of hours, page by page: each in a transaction of its own, and one that fails does not hold up the others. */
record Sweep(Transactions transactions, Predicate<MarketplaceCustomer> which, FirstFailure failures) {

    private static final int PAGE = 100;

    /**
     * Makes records of these.
     *
     * @param due the first so many hours of which none is made
     * @param closing makes it of one of them; whether one was made
     * @return how many were made
     */
    int over(BiFunction<Stores, Integer, List<RecordId>> due, BiPredicate<Stores, RecordId> closing) {
        Set<RecordId> tried = new HashSet<>();
        int closed = 0;
        List<RecordId> page;
        do {
            int limit = PAGE + tried.size() - closed; // what was closed is gone, what was not comes again
            page = transactions.run(stores -> due.apply(stores, limit)).stream()
                    .filter(tried::add)
                    .toList();
            closed += page.stream()
                    .filter(hour -> which.test(hour.meter().customer()))
                    .mapToInt(hour ->
                            failures.count(() -> transactions.run(stores -> closing.test(stores, hour) ? 1 : 0)))
                    .sum();
        } while (!page.isEmpty());
        return closed;
    }
}
