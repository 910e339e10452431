package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** SUB-10: what a subscription in the legacy form leaves when its product has moved; a license of the same account has it. */
record Moving(Stores stores, OpenHours openHours) {

    /** Hands all of it over; whether there is a license that takes it. If there is none it waits for one. */
    boolean pass(SubscriptionId id) {
        return Option.of(stores.subscriptions().find(List.of(id)).get(id))
                .filter(read -> read.aggregate().isAlive())
                .flatMap(legacy -> license(legacy.aggregate()).peek(license -> handOver(legacy, license)))
                .isDefined();
    }

    /** A license that ends meanwhile, and whose final hour is closed, closes nothing more: both are to be alive as they were read. */
    private void handOver(Versioned<Subscription> legacy, Versioned<Subscription> license) {
        stores.charges().handOver(Leavings.destination(legacy.aggregate()), Leavings.destination(license.aggregate()));
        stores.subscriptions()
                .save(Stream.of(legacy, license)
                        .sorted(Comparator.comparing(
                                read -> read.aggregate().id().value()))
                        .map(read -> Revision.of(read, Change.none(read.aggregate())))
                        .toList());
    }

    /** Whether a license meters the workspaces of a subscription in the legacy form, which settles them still. */
    boolean follows(Subscription license) {
        return openHours.isAhead(license.customer())
                && others(license)
                        .anyMatch(other -> !openHours.isAhead(other.aggregate().customer()));
    }

    /** The one that was activated earliest (SET-12). */
    private Option<Versioned<Subscription>> license(Subscription legacy) {
        return Option.ofOptional(others(legacy)
                .filter(other -> openHours.isAhead(other.aggregate().customer()))
                .findFirst());
    }

    private Stream<Versioned<Subscription>> others(Subscription one) {
        List<SubscriptionId> payers = one.cloudAccount()
                .flatMap(stores.cloudAccounts()::find)
                .toJavaStream()
                .flatMap(account -> account.aggregate().payers().stream())
                .filter(payer -> payer.product().equals(one.customer().product()))
                .map(Payer::subscription)
                .filter(Predicate.not(one.id()::equals))
                .toList();
        Map<SubscriptionId, Versioned<Subscription>> known =
                payers.isEmpty() ? Map.of() : stores.subscriptions().find(payers);
        return payers.stream()
                .flatMap(id -> Option.of(known.get(id)).toJavaStream())
                .filter(read -> read.aggregate().isAlive());
    }
}
