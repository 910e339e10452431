package com.guance.billing.example;

import com.guance.billing.inmemory.marketplace.BilledUsage;

/** A line of the marketplace's own bill. */
final class Bill {

    private Bill() {}

    static String of(BilledUsage usage) {
        return usage.toString();
    }
}
