package com.guance.billing.application;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Lets the rest go on when one part fails, and tells of the first failure at the end. */
final class FirstFailure {

    private @Nullable RuntimeException first;

    /** What the part counted; 0 if it failed. */
    int count(IntSupplier part) {
        try {
            return part.getAsInt();
        } catch (RuntimeException failure) {
            if (first == null) {
                first = failure;
            } else if (!first.equals(failure)) {
                first.addSuppressed(failure);
            }
            return 0;
        }
    }

    /** Throws the first failure, if there was one. */
    void rethrow() {
        if (first != null) {
            throw first;
        }
    }
}
