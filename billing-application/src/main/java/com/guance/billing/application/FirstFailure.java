package com.guance.billing.application;

import com.guance.billing.ports.faults.EntryUnreadable;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Lets the rest go on when one part fails, and tells of the first failure at the end. */
final class FirstFailure {

    private final Consumer<RuntimeException> watching;
    private final boolean reportsFirst;
    private @Nullable RuntimeException first;
    private @Nullable RuntimeException last;

    FirstFailure(Consumer<RuntimeException> watching) {
        this(watching, true);
    }

    private FirstFailure(Consumer<RuntimeException> watching, boolean reportsFirst) {
        this.watching = watching;
        this.reportsFirst = reportsFirst;
    }

    /** The same for a step that is itself counted: the first failure is reported by the caller to whom it is rethrown. */
    static FirstFailure ofCounted(Consumer<RuntimeException> watching) {
        return new FirstFailure(watching, false);
    }

    /** What the part counted; 0 if it failed. */
    @SuppressWarnings("ReferenceEquality") // whether it is the very same exception
    int count(IntSupplier part) {
        try {
            return part.getAsInt();
        } catch (EntryUnreadable recorded) {
            return 0; // it has been told, and stops nothing but itself (REL-1)
        } catch (RuntimeException failure) {
            if (first == null) {
                first = failure;
            }
            if (last != failure && (reportsFirst || first != failure)) {
                // one failure of several parts, such as of the store itself, is reported once
                watching.accept(failure);
            }
            last = failure;
            if (first != failure) {
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
