package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

/** Equality that sees everything. */
final class Same {

    private Same() {}

    /** Asserts that two are equal in every field, and in the order of what their sets and maps hold (INV-4). */
    static void assertSame(Object actual, Object expected) {
        assertThat(actual).isEqualTo(expected);
        assertThat(actual).hasToString(expected.toString());
    }
}
