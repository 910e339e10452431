package com.guance.billing.ports.driven;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.RecordId;
import com.guance.billing.ports.faults.StaleVersion;
import com.guance.billing.subscription.Product;
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
     * The records that the marketplace has still to answer for, so ordered that one which never gets through cannot hold up the
     * others (SUB-3).
     *
     * @param product of which product
     * @param limit at most so many, at least 1
     * @return fewest attempts first, then the oldest hour, of one hour in the order of their keys
     */
    List<Versioned<MeteringRecord>> owed(Product product, int limit);

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
