package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.RegisterWorkspace;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationProblem;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/** ARR-4: a new workspace, active and bound to its payer. */
final class RegisteringWorkspaces implements RegisterWorkspace {

    private final Transactions transactions;
    private final Host host;

    RegisteringWorkspaces(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
    }

    @Override
    public Either<RegistrationRefusal, Workspace> paidThrough(
            RegistrationForm form, BillingCenterAccountId holder, CloudAccountId payer, Request by) {
        return transactions.ask(stores -> {
            Option<Versioned<CloudAccount>> account = stores.cloudAccounts().find(payer);
            if (account.isEmpty()) {
                return refused(new SettlementRefusal.CloudAccountUnknown(payer));
            }
            Asked asked = new Asked(account.map(Versioned::aggregate), by);
            return register(stores, form, holder, asked).peek(born -> ChangingSettlement.touch(stores, account.get()));
        });
    }

    @Override
    public Either<RegistrationRefusal, Workspace> paidByBillingCenter(
            RegistrationForm form, BillingCenterAccountId holder, Request by) {
        return transactions.ask(stores -> register(stores, form, holder, new Asked(Option.none(), by)));
    }

    private Either<RegistrationRefusal, Workspace> register(
            Stores stores, RegistrationForm form, BillingCenterAccountId holder, Asked asked) {
        Option<Circumstances> around =
                host.around(holder, host.sites().find(form.answers().site()));
        if (around.isEmpty()) {
            return refused(new SettlementRefusal.HolderUnknown(holder));
        }
        if (!stores.workspaces().find(List.of(form.workspace())).isEmpty()) {
            return refused(new RegistrationProblem.WorkspaceTaken(form.workspace()));
        }
        return Workspace.register(form, asked, around.get()).map(born -> {
            stores.workspaces().save(List.of(Revision.first(born)));
            return born.after();
        });
    }

    private static Either<RegistrationRefusal, Workspace> refused(SettlementRefusal why) {
        return refused(new RegistrationProblem.PaymentRefused(why));
    }

    private static Either<RegistrationRefusal, Workspace> refused(RegistrationProblem problem) {
        return Either.left(new RegistrationRefusal(List.of(problem)));
    }
}
