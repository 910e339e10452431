package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Succession;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** MET-7: who has what ended subscriptions left. */
record Heirs(Stores stores) {

    /**
     * Who has it.
     *
     * @param destination where it goes
     * @param read the heir, as it was read
     */
    record Heir(Destination.Metered destination, Versioned<Subscription> read) {

        /** What makes everyone stale who ends it meanwhile, or closes its final hour. */
        Revision<Subscription> touch() {
            return Revision.of(read, Change.none(read.aggregate()));
        }
    }

    /** Where what they leave goes, of those that have an heir. */
    Map<SubscriptionId, Destination.Metered> destinations(Collection<Subscription> ended) {
        Map<SubscriptionId, Destination.Metered> destinations = new HashMap<>();
        of(ended).forEach((id, heir) -> destinations.put(id, heir.destination()));
        return destinations;
    }

    /** The heirs of those that have one: a bounded number of statements, however many they are. */
    Map<SubscriptionId, Heir> of(Collection<Subscription> ended) {
        Map<CloudAccountId, Versioned<CloudAccount>> accounts = stores.cloudAccounts()
                .find(ended.stream()
                        .flatMap(one -> one.cloudAccount().toJavaStream())
                        .distinct()
                        .toList());
        Map<SubscriptionId, SubscriptionId> takers = new HashMap<>();
        ended.forEach(one -> account(one, accounts)
                .flatMap(account -> account.takerOf(one))
                .forEach(taker -> takers.put(one.id(), taker.subscription())));
        Map<SubscriptionId, Versioned<Subscription>> known =
                takers.isEmpty() ? Map.of() : stores.subscriptions().find(List.copyOf(takers.values()));
        Map<SubscriptionId, Heir> heirs = new HashMap<>();
        ended.forEach(one -> account(one, accounts)
                .flatMap(account -> Option.of(takers.get(one.id()))
                        .flatMap(taker -> Option.of(known.get(taker)))
                        .flatMap(taker -> new Succession(one, account)
                                .to(taker.aggregate())
                                .map(to -> new Heir(to, taker))))
                .forEach(heir -> heirs.put(one.id(), heir)));
        return heirs;
    }

    Option<Heir> of(Subscription ended) {
        return Option.of(of(List.of(ended)).get(ended.id()));
    }

    private static Option<CloudAccount> account(
            Subscription ended, Map<CloudAccountId, Versioned<CloudAccount>> accounts) {
        return ended.cloudAccount().flatMap(id -> Option.of(accounts.get(id))).map(Versioned::aggregate);
    }
}
