package com.guance.billing.ports.driving;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.SettlementRefusal;
import io.vavr.control.Either;

/** What may be chosen, before it is (SET-11). Asking and acting never disagree at the same instant and state (INV-9). */
public interface AskChoices {

    /**
     * Which methods a workspace may choose now, and why not the others.
     *
     * @param workspace which
     * @param by who would ask, and when: the workspace's Owner or its holder
     * @param page which page of cloud accounts; the Billing Center stands on the first
     * @return the Billing Center, and the cloud accounts of the workspace's holder in the order of their ids; left:
     *     <em>NotForThisActor</em>, whether or not there is such a workspace; to staff <em>WorkspaceUnknown</em> if there is none; or
     *     <em>HolderUnknown</em>
     * @throws Fault if the store fails
     */
    Either<SettlementRefusal, Page<Choice>> of(WorkspaceId workspace, Request by, PageRequest page);

    /**
     * Which workspaces a cloud account may bind now, and why not the others.
     *
     * @param account the cloud account
     * @param by who would ask, and when: the account's holder, or the Owner of a workspace under the same Billing Center account
     * @param page which page
     * @return the workspaces of the account's holder, to an Owner their own, in the order of their ids; left:
     *     <em>NotForThisActor</em>, whether or not there is such an account
     * @throws Fault if the store fails
     */
    Either<SettlementRefusal, Page<Candidate>> candidates(CloudAccountId account, Request by, PageRequest page);
}
