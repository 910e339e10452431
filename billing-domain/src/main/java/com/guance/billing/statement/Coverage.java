package com.guance.billing.statement;

import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each hour of a subscription has come to, by dimension: one answer each, and no hole (ASK-2).
 *
 * @param subscription the subscription
 * @param period the hours in which it paid
 * @param hours by the dimension's name: one answer an hour, from the period's first on
 */
public record Coverage(SubscriptionId subscription, StatementPeriod period, Map<String, List<Covered>> hours) {

    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException if a dimension has not one answer an hour
     */
    public Coverage {
        Required.value(subscription, "subscription");
        Required.value(period, "period");
        Required.map(hours, "hours");
        Map<String, List<Covered>> copy = new TreeMap<>();
        for (Map.Entry<String, List<Covered>> of : hours.entrySet()) {
            if (of.getValue().size() != period.hours()) {
                throw new IllegalArgumentException("holes, or two answers for an hour, of " + of.getKey());
            }
            copy.put(of.getKey(), Required.list(of.getValue(), "hours"));
        }
        hours = Collections.unmodifiableMap(copy);
    }

    /**
     * The hours in which a subscription paid: from its first activation to its freeze.
     *
     * @param subscription which
     * @param within only hours of these
     * @return those; none if there are none
     */
    public static Option<StatementPeriod> paid(Subscription subscription, StatementPeriod within) {
        return subscription
                .activatedAt()
                .map(activated -> later(within.from(), MeteringHour.of(activated)))
                .flatMap(from -> {
                    MeteringHour until = subscription
                            .freeze()
                            .map(freeze -> earlier(
                                    within.until(),
                                    MeteringHour.of(freeze.minusNanos(1)).next()))
                            .getOrElse(within.until());
                    return Option.when(from.compareTo(until) < 0, () -> new StatementPeriod(from, until));
                });
    }

    /**
     * What an hour has come to.
     *
     * @param dimension any; of one that is not told of nothing was ever used
     * @param hour one of the period
     * @return the answer; none if the hour is of another period
     */
    public Option<Covered> at(Dimension dimension, MeteringHour hour) {
        return Option.when(period.contains(hour), () -> period.indexOf(hour))
                .flatMap(index -> Option.of(hours.get(dimension.name())).map(answers -> answers.get(index)));
    }

    /** How many hours have come to what, over all dimensions; what none has come to is left out. */
    public Map<Covered, Long> counts() {
        Map<Covered, Long> counts = new EnumMap<>(Covered.class);
        hours.values().stream().flatMap(List::stream).forEach(covered -> counts.merge(covered, 1L, Long::sum));
        return counts;
    }

    private static MeteringHour later(MeteringHour one, MeteringHour other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static MeteringHour earlier(MeteringHour one, MeteringHour other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
