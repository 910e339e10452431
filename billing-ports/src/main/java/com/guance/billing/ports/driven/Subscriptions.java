package com.guance.billing.ports.driven;

import com.guance.billing.SubscriptionId;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Subscriptions, by their history. */
public interface Subscriptions {

    /**
     * Loads subscriptions, in a bounded number of statements.
     *
     * @param ids which
     * @return those that exist, by id
     */
    Map<SubscriptionId, Versioned<Subscription>> find(Collection<SubscriptionId> ids);

    /**
     * The subscription of a customer that lives now, or lived last.
     *
     * @param customer whose
     * @return the one with the highest life, if there is any
     */
    Option<Versioned<Subscription>> latest(MarketplaceCustomer customer);

    /**
     * Subscriptions whose last change has not reached all workspaces yet (END-4).
     *
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<Versioned<Subscription>> withOpenCascade(int limit);

    /**
     * Subscriptions whose end was undecided until an instant or before (END-3).
     *
     * @param at the instant
     * @param limit at most so many, at least 1
     * @return the longest due first, of one instant in the order of their ids
     */
    List<Versioned<Subscription>> due(Instant at, int limit);

    /**
     * Saves changes of different subscriptions, all or none, in a bounded number of statements.
     *
     * @param revisions one a subscription
     * @throws StaleVersion if one is not from the version stored, or is a birth of what exists
     */
    void save(List<Revision<Subscription>> revisions);

    /**
     * Saves one change.
     *
     * @param revision the change
     * @throws StaleVersion as above
     */
    void save(Revision<Subscription> revision);
}
