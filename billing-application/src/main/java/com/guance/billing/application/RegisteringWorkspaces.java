package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.RegisterWorkspace;
import com.guance.billing.site.Site;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationProblem;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
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
            List<RegistrationProblem> unknown =
                    account.isEmpty() ? refused(new SettlementRefusal.CloudAccountUnknown(payer)) : List.of();
            Asked asked = new Asked(account.map(Versioned::aggregate), by);
            return register(stores, new Applicant(form, holder), asked, unknown)
                    .peek(born -> ChangingSettlement.touch(stores, account.get()));
        });
    }

    @Override
    public Either<RegistrationRefusal, Workspace> paidByBillingCenter(
            RegistrationForm form, BillingCenterAccountId holder, Request by) {
        return transactions.ask(
                stores -> register(stores, new Applicant(form, holder), new Asked(Option.none(), by), List.of()));
    }

    /** All that is wrong is gathered before anything is refused. */
    private Either<RegistrationRefusal, Workspace> register(
            Stores stores, Applicant applicant, Asked asked, List<RegistrationProblem> found) {
        Either<RegistrationRefusal, Change<Workspace>> born = born(applicant, asked);
        List<RegistrationProblem> problems =
                new ArrayList<>(born.fold(RegistrationRefusal::problems, none -> List.of()));
        problems.addAll(found);
        WorkspaceId id = applicant.form().workspace();
        if (!stores.workspaces().find(List.of(id)).isEmpty()) {
            problems.add(new RegistrationProblem.WorkspaceTaken(id));
        }
        if (!problems.isEmpty()) {
            return Either.left(new RegistrationRefusal(problems));
        }
        return born.map(change -> {
            stores.workspaces().save(List.of(Revision.first(change)));
            return change.after();
        });
    }

    private Either<RegistrationRefusal, Change<Workspace>> born(Applicant applicant, Asked asked) {
        Option<Site> site = host.sites().find(applicant.form().answers().site());
        return host.around(applicant.holder(), site)
                .map(around -> Workspace.register(applicant.form(), asked, around))
                .getOrElse(() -> {
                    List<RegistrationProblem> problems =
                            new ArrayList<>(applicant.form().problems(site));
                    problems.addAll(refused(new SettlementRefusal.HolderUnknown(applicant.holder())));
                    return Either.left(new RegistrationRefusal(problems));
                });
    }

    private static List<RegistrationProblem> refused(SettlementRefusal why) {
        return List.of(new RegistrationProblem.PaymentRefused(why));
    }

    private record Applicant(RegistrationForm form, BillingCenterAccountId holder) {}
}
