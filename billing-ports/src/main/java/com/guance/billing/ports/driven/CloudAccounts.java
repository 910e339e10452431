package com.guance.billing.ports.driven;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.faults.StaleVersion;
import io.vavr.control.Option;
import java.util.List;

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
     * The cloud accounts on file under a Billing Center account (已登记云账号): registered there, with an active subscription.
     *
     * @param holder the Billing Center account
     * @return in the order of their ids
     */
    List<CloudAccount> onFile(BillingCenterAccountId holder);

    /**
     * Saves a change. A revision without events <em>touches</em> the account: it makes every other revision from the same version
     * stale (END-4).
     *
     * @param revision the change
     * @throws StaleVersion if it is not from the version stored, or is a birth of what exists
     */
    void save(Revision<CloudAccount> revision);
}
