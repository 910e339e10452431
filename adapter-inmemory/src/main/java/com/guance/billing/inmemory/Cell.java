package com.guance.billing.inmemory;

import java.util.function.UnaryOperator;

/** A part of the memory, as one transaction sees and rewrites it. Void when the transaction is over. */
final class Cell<T> {

    private T value;
    private boolean over;

    Cell(T value) {
        this.value = value;
    }

    T get() {
        if (over) {
            throw new IllegalStateException("the transaction is over, and its stores are void");
        }
        return value;
    }

    /** Rewrites the part; an exception leaves it as it was. */
    void rewrite(UnaryOperator<T> change) {
        value = change.apply(get());
    }

    void close() {
        over = true;
    }
}
