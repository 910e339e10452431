package com.guance.billing.application;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driving.ChangeSettlement;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceRefusal;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** SET, UNL: ask the workspace; touch the account that is to pay, so that no binding slips past an end (END-4). */
final class ChangingSettlement implements ChangeSettlement {

    static final OneWorkspace.Unknown<SettlementRefusal> UNKNOWN =
            new OneWorkspace.Unknown<>(SettlementRefusal.WorkspaceUnknown::new, SettlementRefusal.NotForThisActor::new);

    private final OneWorkspace one;

    ChangingSettlement(OneWorkspace one) {
        this.one = one;
    }

    @Override
    public Either<SettlementRefusal, Workspace> through(WorkspaceId workspace, CloudAccountId payer, Request by) {
        return settle(workspace, Option.some(payer), Option.none(), by);
    }

    @Override
    public Either<SettlementRefusal, Workspace> through(
            WorkspaceId workspace, CloudAccountId payer, SubscriptionId subscription, Request by) {
        return settle(workspace, Option.some(payer), Option.some(subscription), by);
    }

    @Override
    public Either<SettlementRefusal, Workspace> byBillingCenter(WorkspaceId workspace, Request by) {
        return settle(workspace, Option.none(), Option.none(), by);
    }

    @Override
    public Either<WorkspaceRefusal, Workspace> withdraw(WorkspaceId workspace, Request by) {
        return one.ask(workspace, by, Managing.UNKNOWN, (present, now) -> now.withdraw(by));
    }

    private Either<SettlementRefusal, Workspace> settle(
            WorkspaceId workspace, Option<CloudAccountId> payer, Option<SubscriptionId> subscription, Request by) {
        return one.ask(workspace, by, UNKNOWN, settling(payer, subscription, by));
    }

    /** The decision behind the command and behind the choices (SET-11). */
    static OneWorkspace.Decision<SettlementRefusal> settling(
            Option<CloudAccountId> payer, Option<SubscriptionId> subscription, Request by) {
        return (present, now) -> {
            if (!now.registration().ownership().isOf(by.by())) {
                return Either.left(new SettlementRefusal.NotForThisActor(by.by()));
            }
            Option<CloudAccount> account = payer.flatMap(present::account);
            account.map(CloudAccount::id).forEach(present::reliesOn);
            Asked asked = payer.map(named -> Asked.through(named, account, subscription, by))
                    .getOrElse(() -> Asked.billingCenter(by));
            return present.around(now)
                    .toEither((SettlementRefusal) new SettlementRefusal.HolderUnknown(Present.holder(now)))
                    .flatMap(around -> now.settle(asked, around));
        };
    }
}
