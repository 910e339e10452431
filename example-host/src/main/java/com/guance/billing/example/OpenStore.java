package com.guance.billing.example;

import com.guance.billing.ports.driven.UnitOfWork;

/** A store that was opened for one run. */
record OpenStore(UnitOfWork unitOfWork, Runnable closing) implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}
