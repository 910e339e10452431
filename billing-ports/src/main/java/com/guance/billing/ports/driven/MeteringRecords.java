package com.guance.billing.ports.driven;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.HeldRecords;
import com.guance.billing.metering.IdleHour;
import com.guance.billing.metering.IdleHours;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.RecordedHours;
import com.guance.billing.ports.faults.StaleVersion;
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
     * The records that may be sent now. One that backs off after an attempt in vain, or of which an attempt may be on its way, is
     * left out until its time comes, so that one that never gets through holds up no other (SUB-3, SUB-7, SUB-9). Left out are also
     * those of suspected subscriptions, but for the times at which one may probe (SUB-5).
     *
     * @param product of which product
     * @param at now
     * @param limit at most so many, at least 1
     * @return those of ending subscriptions first (SUB-2, FIN-2), then the oldest hour, of one hour in the order of their keys
     */
    List<Versioned<MeteringRecord>> owed(Product product, Instant at, int limit);

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
     * idle hours may be told, of which their meters have no record (MET-8).
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
