package com.guance.billing.ports.driven;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Cloud accounts, by their history. */
public interface CloudAccounts {

    /**
     * Loads a cloud account.
     *
     * @param id which
     * @return it, if it exists
     */
    Option<Versioned<CloudAccount>> find(CloudAccountId id);

    /**
     * Loads cloud accounts, in a bounded number of statements.
     *
     * @param ids which
     * @return those that exist, by id
     */
    Map<CloudAccountId, Versioned<CloudAccount>> find(Collection<CloudAccountId> ids);

    /**
     * A page of the cloud accounts on file under a Billing Center account (已登记云账号): registered there, with an active
     * subscription.
     *
     * @param holder the Billing Center account
     * @param after the last account of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<CloudAccount> onFile(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit);

    /**
     * A page of the cloud accounts that a workspace of a Billing Center account may ask for: registered there, with a subscription
     * that is active or pending.
     *
     * @param holder the Billing Center account
     * @param after the last account of the page before; none: from the first
     * @param limit at most so many, at least 1
     * @return in the order of their ids
     */
    List<CloudAccount> offered(BillingCenterAccountId holder, Option<CloudAccountId> after, int limit);

    /**
     * Saves changes of different accounts, all or none, in a bounded number of statements. A revision without events <em>touches</em>
     * the account: it makes every other revision from the same version stale (END-4).
     *
     * @param revisions one an account
     * @throws StaleVersion if one is not from the version stored, or is a birth of what exists
     */
    void save(List<Revision<CloudAccount>> revisions);

    /**
     * Saves one change.
     *
     * @param revision the change
     * @throws StaleVersion as above
     */
    void save(Revision<CloudAccount> revision);
}
