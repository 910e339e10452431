package com.guance.billing.ports.driving;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.metering.Books;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/**
 * Answers for people. Every method may throw a {@link com.guance.billing.ports.faults.Fault}.
 *
 * <p>Nobody's right to see is judged here: the host shows an answer to the Owner or the holder whose it is, or to staff, and to nobody
 * else (SET-11).
 */
public interface Ask {

    /**
     * A workspace as it was last written: who pays and who ever paid, what waits, what locks it.
     *
     * @param workspace which
     * @return it, if it is registered
     */
    Option<Workspace> workspace(WorkspaceId workspace);

    /**
     * The workspaces that a cloud account pays for, as they were last written.
     *
     * @param account the cloud account
     * @param page which page
     * @return in the order of their ids
     */
    Page<Workspace> workspaces(CloudAccountId account, PageRequest page);

    /**
     * The cloud accounts on file under a Billing Center account, ready to pay (已登记云账号).
     *
     * @param holder the Billing Center account
     * @param page which page
     * @return in the order of their ids
     */
    Page<CloudAccount> registeredCloudAccounts(BillingCenterAccountId holder, PageRequest page);

    /**
     * What locks a workspace, until when it can be unlocked, and whether its data is taken in.
     *
     * @param workspace which
     * @param at now
     * @return its state, if it is registered
     */
    Option<LockState> lockState(WorkspaceId workspace, Instant at);

    /**
     * The audit trail of a workspace: who, when, what.
     *
     * @param workspace which
     * @param page which page
     * @return its events, the oldest first; empty if it is not registered
     */
    Page<WorkspaceEvent> auditTrail(WorkspaceId workspace, PageRequest page);

    /**
     * Where every charge of a cloud account stands (INV-7).
     *
     * @param account which
     * @return one a dimension
     */
    List<Books> books(CloudAccountId account);
}
