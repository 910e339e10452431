package com.guance.billing.testkit;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers that nobody has yet: the tries of a property share a store. */
final class Fresh {

    private static final AtomicLong LAST = new AtomicLong(1_000);

    private Fresh() {}

    static String number() {
        return Long.toString(LAST.incrementAndGet());
    }
}
