package com.guance.billing.ports.driving;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;

/** Changes who pays for a workspace (SET rules), and unlocks (解锁) it if that was missing (UNL-1). 更改结算方式 */
public interface ChangeSettlement {

    /**
     * A registered cloud account pays from now on (已登记云账号结算).
     *
     * @param workspace whose settlement method changes
     * @param payer the cloud account
     * @param by who asks: the workspace's Owner or its holder
     * @return the workspace afterwards; it is <em>waiting</em> if the account's subscription is still pending, and the change
     *     completes by itself (ARR-6, SET-13); left: the first rule that is in the way
     * @throws Fault if the store fails
     */
    Either<SettlementRefusal, Workspace> through(WorkspaceId workspace, CloudAccountId payer, Request by);

    /**
     * A registered cloud account pays from now on, by a certain subscription (SET-12).
     *
     * @param workspace whose settlement method changes
     * @param payer the cloud account
     * @param subscription which of its subscriptions
     * @param by who asks: the workspace's Owner or its holder
     * @return the workspace afterwards, as above; left: the first rule that is in the way
     * @throws Fault if the store fails
     */
    Either<SettlementRefusal, Workspace> through(
            WorkspaceId workspace, CloudAccountId payer, SubscriptionId subscription, Request by);

    /**
     * The workspace's own Billing Center account pays from now on.
     *
     * @param workspace whose settlement method changes
     * @param by who asks: the workspace's Owner or its holder
     * @return the workspace afterwards; left: the first rule that is in the way
     * @throws Fault if the store fails
     */
    Either<SettlementRefusal, Workspace> byBillingCenter(WorkspaceId workspace, Request by);

    /**
     * Withdraws a change that waits; the month is given back (SET-13).
     *
     * @param workspace whose change waits
     * @param by who asks: the workspace's Owner or its holder
     * @return the workspace afterwards; left: <em>WorkspaceUnknown</em>, <em>NotForThisActor</em> or <em>NothingWaits</em>
     * @throws Fault if the store fails
     */
    Either<WorkspaceRefusal, Workspace> withdraw(WorkspaceId workspace, Request by);
}
