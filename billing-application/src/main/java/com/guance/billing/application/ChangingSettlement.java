package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.ChangeSettlement;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Registration;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/** SET, UNL: ask the workspace; touch the account that is to pay, so that no binding slips past an end (END-4). */
final class ChangingSettlement implements ChangeSettlement {

    private final Transactions transactions;
    private final Host host;
    private final Ends ends;

    ChangingSettlement(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
        this.ends = new Ends(host.policies().countdown());
    }

    @Override
    public Either<SettlementRefusal, Workspace> through(WorkspaceId workspace, CloudAccountId payer, Request by) {
        return transactions.ask(stores -> {
            Option<Versioned<CloudAccount>> account = stores.cloudAccounts().find(payer);
            if (account.isEmpty()) {
                return Either.left(new SettlementRefusal.CloudAccountUnknown(payer));
            }
            Asked asked = new Asked(account.map(Versioned::aggregate), by);
            return settle(stores, workspace, asked).peek(settled -> touch(stores, account.get()));
        });
    }

    @Override
    public Either<SettlementRefusal, Workspace> byBillingCenter(WorkspaceId workspace, Request by) {
        return transactions.ask(stores -> settle(stores, workspace, new Asked(Option.none(), by)));
    }

    /** Makes every other binding to the account, and its end, that read the same version try again. */
    static void touch(Stores stores, Versioned<CloudAccount> account) {
        stores.cloudAccounts().save(Revision.of(account, Change.none(account.aggregate())));
    }

    private Either<SettlementRefusal, Workspace> settle(Stores stores, WorkspaceId id, Asked asked) {
        Option<Versioned<Workspace>> found =
                Option.of(stores.workspaces().find(List.of(id)).get(id));
        if (found.isEmpty()) {
            return Either.left(new SettlementRefusal.WorkspaceUnknown(id));
        }
        Versioned<Workspace> read = found.get();
        Change<Workspace> reached = reachedByItsEnd(stores, read.aggregate());
        return around(reached.after())
                .flatMap(around -> reached.after().settle(asked, around))
                .map(settled -> {
                    stores.workspaces().save(List.of(Revision.of(read, reached.then(settled))));
                    return settled.after();
                });
    }

    private Change<Workspace> reachedByItsEnd(Stores stores, Workspace workspace) {
        return ends.reach(
                workspace, stores.subscriptions().find(Ends.payer(workspace).toJavaList()));
    }

    private Either<SettlementRefusal, Circumstances> around(Workspace workspace) {
        Registration registration = workspace.registration();
        return host.around(registration.ownership().holder(), registration.site())
                .toEither(new SettlementRefusal.HolderUnknown(
                        registration.ownership().holder()));
    }
}
