package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FirstFailureTest {

    private final List<RuntimeException> seen = new ArrayList<>();

    @Test
    @DisplayName("a part that fails counts nothing; the others go on, and the first failure is told with the others")
    void theRestGoesOn() {
        FirstFailure failures = new FirstFailure(seen::add);
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");
        assertThat(failures.count(() -> failing(first))).isZero();
        assertThat(failures.count(() -> 3)).isEqualTo(3);
        assertThat(failures.count(() -> failing(second))).isZero();
        assertThat(failures.count(() -> failing(first))).isZero();
        assertThat(seen).containsExactly(first, second, first);
        assertThatThrownBy(failures::rethrow).isSameAs(first).hasSuppressedException(second);
    }

    @Test
    @DisplayName("REL-3 one failure that stops several parts in a row is told once")
    void oneOfManyParts() {
        FirstFailure failures = new FirstFailure(seen::add);
        IllegalStateException store = new IllegalStateException("gone");
        for (int part = 0; part < 3; part++) {
            assertThat(failures.count(() -> failing(store))).isZero();
        }
        assertThat(seen).containsExactly(store);
    }

    @Test
    @DisplayName("REL-3 a step that is counted itself reports all failures but the one that it rethrows")
    void ofCounted() {
        FirstFailure counted = FirstFailure.ofCounted(seen::add);
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");
        assertThat(counted.count(() -> failing(first))).isZero();
        assertThat(counted.count(() -> failing(second))).isZero();
        assertThat(counted.count(() -> failing(first))).isZero();
        assertThat(seen).containsExactly(second);
        assertThatThrownBy(counted::rethrow).isSameAs(first).hasSuppressedException(second);
    }

    @Test
    @DisplayName("without a failure nothing is thrown")
    void noFailure() {
        FirstFailure failures = new FirstFailure(seen::add);
        assertThat(failures.count(() -> 1)).isEqualTo(1);
        failures.rethrow();
    }

    private static int failing(IllegalStateException failure) {
        throw failure;
    }
}
