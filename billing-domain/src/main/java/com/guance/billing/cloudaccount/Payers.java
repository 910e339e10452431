package com.guance.billing.cloudaccount;

import com.guance.billing.SubscriptionId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The active subscriptions of a cloud account, in the order in which they pay (SET-12). */
record Payers(List<Payer> inOrder) {

    boolean include(SubscriptionId subscription) {
        return inOrder.stream().anyMatch(payer -> payer.subscription().equals(subscription));
    }

    List<Payer> with(Payer opened) {
        return Stream.concat(inOrder.stream(), Stream.of(opened))
                .sorted(Payer.EARLIEST)
                .collect(Collectors.toUnmodifiableList());
    }

    List<Payer> without(SubscriptionId closed) {
        return inOrder.stream()
                .filter(payer -> !payer.subscription().equals(closed))
                .collect(Collectors.toUnmodifiableList());
    }
}
