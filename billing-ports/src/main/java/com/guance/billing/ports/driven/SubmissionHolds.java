package com.guance.billing.ports.driven;

import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.ports.faults.StaleVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Holds of records that a marketplace would refuse, by their history (SUB-6). */
public interface SubmissionHolds {

    /**
     * Loads holds, in a bounded number of statements.
     *
     * @param scopes of which records
     * @return those that were ever placed, by their scope
     */
    Map<HoldScope, Versioned<SubmissionHold>> find(Collection<HoldScope> scopes);

    /**
     * Whether records of the same product and dimension are kept unsent of another customer, too.
     *
     * @param record a record that was rejected for its dimension
     * @param since the other customer's was rejected at this instant or later
     * @return whether there is such a hold of a meter, active now
     */
    boolean heldOfAnother(RecordId record, Instant since);

    /**
     * Saves changes of different holds, all or none, in a bounded number of statements.
     *
     * @param revisions one a hold
     * @throws StaleVersion if one is not from the version stored, or is a birth of what exists
     */
    void save(List<Revision<SubmissionHold>> revisions);
}
