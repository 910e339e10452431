package com.guance.billing.application;

import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.Meter;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.RecordId;
import com.guance.billing.policy.MeteringPolicy;
import com.guance.billing.ports.driven.Marketplace;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.IdentityForm;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * MET-8: hours in which nothing was used are told as 0, after all in which something was. Not of what a hold keeps unsent (SUB-6).
 */
record IdleSweep(Transactions transactions, Marketplaces marketplaces, OpenHours openHours, MeteringPolicy policy) {

    /** Makes the records of zero that are due; how many. */
    int tell(Sweep sweep, Request by) {
        return marketplaces.all().stream()
                .map(Marketplace::profile)
                .flatMap(profile -> hours(profile, by))
                .filter(hours -> !hours.areNone())
                .mapToInt(hours -> sweep.over(
                        (stores, limit) ->
                                records(stores, stores.meteringRecords().idle(hours, limit)),
                        (stores, hour) -> close(stores, hour, by)))
                .sum();
    }

    /** Of each form of customers (SUB-10), the hours that the marketplace takes still (SUB-8). */
    private Stream<IdleHours> hours(MarketplaceProfile profile, Request by) {
        Set<Dimension> dimensions = marketplaces.idle(profile.product());
        MeteringHour from = MeteringHour.of(profile.oldestTimestamp(by.at())).next();
        MeteringHour through = MeteringHour.lastClosed(by.at(), policy.grace());
        IdleHours legacy = new IdleHours(profile.product(), IdentityForm.LEGACY, dimensions, from, through);
        IdleHours licensed = new IdleHours(profile.product(), IdentityForm.LICENSE, dimensions, from, through);
        return profile.licensesFrom()
                .map(MeteringHour::of)
                .map(moves -> Stream.of(legacy.until(moves), licensed.since(moves)))
                .getOrElse(() -> profile.form() == IdentityForm.ACCOUNT
                        ? Stream.of(new IdleHours(profile.product(), IdentityForm.ACCOUNT, dimensions, from, through))
                        : Stream.of(legacy, licensed));
    }

    private static List<RecordId> records(Stores stores, List<IdleHour> idle) {
        Map<SubscriptionId, Versioned<Subscription>> known = ReadableEntries.subscriptions(
                stores, idle.stream().map(IdleHour::subscription).collect(Collectors.toUnmodifiableSet()));
        return idle.stream()
                .flatMap(hour -> Option.of(known.get(hour.subscription()))
                        .map(read -> new Meter(read.aggregate().customer(), hour.dimension()))
                        .map(meter -> new RecordId(meter, hour.hour()))
                        .toJavaStream())
                .toList();
    }

    private boolean close(Stores stores, RecordId hour, Request by) {
        return stores.subscriptions()
                .latest(hour.meter().customer())
                .map(Versioned::aggregate)
                .filter(payer ->
                        payer.idleFrom().exists(from -> !hour.hour().start().isBefore(from)))
                .exists(payer -> new OneHour(stores, openHours, policy, by).closeIdle(hour, payer));
    }
}
