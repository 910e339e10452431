package com.guance.billing.ports.driving;

import com.guance.billing.subscription.Product;
import java.time.Instant;
import java.util.List;

/** Answers for operators: whether all goes on, and how much time is left where it does not. */
public interface AskHealth {

    /** The products sold here; asks no store. */
    List<Product> products();

    /**
     * What is not done yet. It costs a few statements, as much as there is to do, however much was done before.
     *
     * @param at now
     * @return its figures
     * @throws com.guance.billing.ports.faults.Fault if the store fails
     */
    Health health(Instant at);
}
