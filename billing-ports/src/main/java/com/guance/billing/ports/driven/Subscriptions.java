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
     * Subscriptions whose end was undecided (END-3), or suspected (SUB-5), until an instant or before.
     *
     * @param at the instant
     * @param limit at most so many, at least 1
     * @return the longest due first, of one instant in the order of their ids
     */
    List<Versioned<Subscription>> due(Instant at, int limit);

    /**
     * Subscriptions that ended, and whose final hour is not closed yet (FIN-1).
     *
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<Versioned<Subscription>> withOpenFinalHour(int limit);

    /**
     * Subscriptions that were frozen at an instant or before, of which records are still owed, and of which people were not told so
     * (FIN-2).
     *
     * @param frozen the latest freeze
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<Versioned<Subscription>> overrun(Instant frozen, int limit);

    /**
     * Subscriptions of which an end is suspected, that may be probed at an instant, and of which no record is owed to probe them with
     * (SUB-5): one that is too large (MET-10), or that a hold keeps unsent (SUB-6), is no probe.
     *
     * @param at the instant
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<Versioned<Subscription>> unprobed(Instant at, int limit);

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
