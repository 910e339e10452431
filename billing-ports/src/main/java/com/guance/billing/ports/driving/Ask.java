package com.guance.billing.ports.driving;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.Books;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.List;

/** Answers for people. Every method may throw a {@link com.guance.billing.ports.faults.Fault}. */
public interface Ask {

    /**
     * A workspace: who pays and who ever paid, what locks it and until when it can be unlocked.
     *
     * @param workspace which
     * @return it, if it is registered
     */
    Option<Workspace> workspace(WorkspaceId workspace);

    /**
     * The cloud accounts on file under a Billing Center account, ready to pay (已登记云账号).
     *
     * @param holder the Billing Center account
     * @return in the order of their ids
     */
    List<CloudAccount> registeredCloudAccounts(BillingCenterAccountId holder);

    /**
     * Where every charge of a cloud account stands (INV-7).
     *
     * @param account which
     * @return one a dimension
     */
    List<Books> books(CloudAccountId account);
}
