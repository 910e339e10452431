package com.guance.billing.ports.driven;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.metering.Sendable;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Product;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Metering records by their history, and the remainders carried between them. */
public interface MeteringRecords {

    /**
     * Loads records, in a bounded number of statements.
     *
     * @param ids which
     * @return those that were made, by id
     */
    Map<RecordId, Versioned<MeteringRecord>> find(Collection<RecordId> ids);

    /**
     * Keeps a closed hour: the record, and in place of all remainders of its meter those that it carries.
     *
     * @param closing the closed hour
     * @throws StaleVersion if a record of this meter and hour exists
     */
    void close(Closing closing);

    /**
     * The records that may be sent now. One that backs off after an unsuccessful attempt, or of which an attempt may be on its way, is
     * left out until its time comes, so that a record that keeps failing never blocks others (SUB-3, SUB-7, SUB-9). Left out are also
     * those of suspected subscriptions, but for the times at which one may probe (SUB-5), and those that a hold keeps unsent (SUB-6).
     *
     * @param which of which product, when, and where the round begins
     * @param limit at most so many, at least 1
     * @return in four parts (SUB-2): those of ending subscriptions (FIN-2), the oldest hour first, of one hour in the order of their
     *     keys; those near their deadline, the oldest timestamp first, of one timestamp in the order of their keys; the oldest record of
     *     each other subscription, then the second of each, and so on, beginning with another subscription for another turn; those that
     *     were {@linkplain MeteringRecord#isRefused refused} alone, the oldest hour first
     */
    List<Versioned<MeteringRecord>> owed(Sendable which, int limit);

    /**
     * The records that may be sent now to find out whether the cause of a hold is corrected (SUB-6): each is kept unsent by at least
     * one hold, and every hold that keeps it unsent may be probed.
     *
     * @param product of which product
     * @param at now
     * @param limit at most so many, at least 1
     * @return those of the hold that may be probed the longest first, of one hold another customer than the last one first, in the order
     *     of customers, and the oldest hour first
     */
    List<Versioned<MeteringRecord>> probes(Product product, Instant at, int limit);

    /**
     * Whether a record of a dimension was accepted of late (SUB-6).
     *
     * @param product of which product
     * @param dimension of which dimension
     * @param since at this instant or later
     * @return whether there is one
     */
    boolean acceptedSince(Product product, Dimension dimension, Instant since);

    /**
     * The record of a subscription that was accepted and is of the latest hour (SUB-5).
     *
     * @param subscription the subscription
     * @param customer its customer
     * @return the record, of several of one hour the first in the order of dimensions; none if none was accepted
     */
    Option<MeteringRecord> lastAccepted(SubscriptionId subscription, MarketplaceCustomer customer);

    /**
     * Whether a record of a subscription is owed that is to be sent, now or later, or is on its way (SUB-5): not one that is too large
     * (MET-10), or that a hold keeps unsent (SUB-6).
     *
     * @param subscription the subscription
     * @return whether there is one
     */
    boolean awaitsAnswer(SubscriptionId subscription);

    /**
     * The records that the marketplace has still to answer for and whose timestamp is not after an instant, of which fewer warnings
     * were given (SUB-8); those too that may not be sent now.
     *
     * @param product of which product
     * @param through the newest timestamp
     * @param warnings fewer than so many
     * @param limit at most so many, at least 1
     * @return the oldest timestamp first, of one timestamp in the order of their keys
     */
    List<Versioned<MeteringRecord>> lapsing(Product product, Instant through, int warnings, int limit);

    /**
     * Records that are held (SUB-6).
     *
     * @param which of which product, dimension, reason
     * @param limit at most so many, at least 1
     * @return in the order of their keys
     */
    List<Versioned<MeteringRecord>> held(HeldRecords which, int limit);

    /**
     * Whether a record of a product was ever made by license (SUB-10).
     *
     * @param product the product
     * @return whether there is a record of a licensed customer of it, whatever became of it
     */
    boolean anyByLicense(Product product);

    /**
     * Hours of subscriptions from {@linkplain com.guance.billing.subscription.Subscription#idleFrom the instant} on since which their
     * idle hours may be told, of which their meters have no record (MET-8). Left out are those that a hold keeps unsent (SUB-6).
     *
     * @param which of which product, dimensions and hours; at least one of each
     * @param limit at most so many, at least 1
     * @return the oldest hour first, of one hour in the order of subscriptions and dimensions
     */
    List<IdleHour> idle(IdleHours which, int limit);

    /**
     * The records of hours, whatever became of them (ASK-3).
     *
     * @param which of which hours
     * @param after the last record of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return by hour, of one hour in the order of their keys
     */
    List<Versioned<MeteringRecord>> made(RecordedHours which, Option<RecordId> after, int limit);

    /**
     * Saves changes of different records, all or none, in a bounded number of statements.
     *
     * @param revisions one a record, none a birth
     * @throws StaleVersion if one is not from the version stored
     */
    void save(List<Revision<MeteringRecord>> revisions);

    /**
     * Where every charge of a cloud account stands (INV-7).
     *
     * @param account the cloud account
     * @return one a dimension, in the order of dimensions
     */
    List<Books> books(CloudAccountId account);
}
