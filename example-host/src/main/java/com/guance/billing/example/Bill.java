package com.guance.billing.example;

import com.guance.billing.inmemory.marketplace.BilledUsage;
import java.util.stream.Collectors;

/** A line of the marketplace's own bill. */
final class Bill {

    private Bill() {}

    static String of(BilledUsage usage) {
        return usage.quantity() + " " + usage.hour().dimension() + " dated " + usage.timestamp() + " for customer "
                + usage.hour().customerIdentifier() + ": "
                + usage.shares().stream()
                        .map(share -> share.quantity() + " of " + share.tags().get("workspace") + " on "
                                + share.tags().get("site"))
                        .collect(Collectors.joining(", "));
    }
}
