package com.guance.billing.ports.driven;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.ports.faults.StaleVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Arrears of Billing Center accounts, by their history. */
public interface ArrearsStore {

    /**
     * Loads accounts, in a bounded number of statements.
     *
     * @param accounts which
     * @return those that are watched, by id
     */
    Map<BillingCenterAccountId, Versioned<Arrears>> find(Collection<BillingCenterAccountId> accounts);

    /**
     * Accounts whose last change has not reached all workspaces yet (LOCK-7).
     *
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<Versioned<Arrears>> withOpenCascade(int limit);

    /**
     * Saves changes of different accounts, all or none. A revision without events <em>touches</em> the account: it makes every other
     * revision from the same version stale (LOCK-7).
     *
     * @param revisions one an account
     * @throws StaleVersion if one is not from the version stored, or is a birth of what exists
     */
    void save(List<Revision<Arrears>> revisions);
}
