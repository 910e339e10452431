package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driving.RegisterWorkspace;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.Registration;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationProblem;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** ARR-4, ARR-5: a new workspace, bound to its payer, or waiting for one, or on the Experience Plan. */
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
        return transactions.judgedAt(by.at()).ask(stores -> {
            Present present = new Present(stores, host, by);
            Option<CloudAccount> account = present.account(payer);
            account.map(CloudAccount::id).forEach(present::reliesOn);
            Asked asked = Asked.through(payer, account, Option.none(), by);
            return register(stores, present, new Applicant(form, holder, by), paid(form, asked));
        });
    }

    @Override
    public Either<RegistrationRefusal, Workspace> paidByBillingCenter(
            RegistrationForm form, BillingCenterAccountId holder, Request by) {
        return born(form, holder, by, paid(form, Asked.billingCenter(by)));
    }

    @Override
    public Either<RegistrationRefusal, Workspace> awaitingSubscription(
            RegistrationForm form, BillingCenterAccountId holder, Cloud cloud, Request by) {
        return born(form, holder, by, around -> Workspace.registerAwaiting(form, cloud, around, by));
    }

    @Override
    public Either<RegistrationRefusal, Workspace> onExperiencePlan(
            RegistrationForm form, BillingCenterAccountId holder, Request by) {
        return born(form, holder, by, around -> Workspace.registerExperience(form, around, by));
    }

    private Either<RegistrationRefusal, Workspace> born(
            RegistrationForm form, BillingCenterAccountId holder, Request by, Birth birth) {
        return transactions
                .judgedAt(by.at())
                .ask(stores -> register(stores, new Present(stores, host, by), new Applicant(form, holder, by), birth));
    }

    private static Birth paid(RegistrationForm form, Asked asked) {
        return around -> Workspace.register(form, asked, around);
    }

    /** All that is wrong is gathered before anything is refused; to an actor who may not, only that (SET-11). */
    private Either<RegistrationRefusal, Workspace> register(
            Stores stores, Present present, Applicant applicant, Birth birth) {
        if (!applicant.isAsking()) {
            return Either.left(new RegistrationRefusal(
                    refused(new SettlementRefusal.NotForThisActor(applicant.by().by()))));
        }
        Either<RegistrationRefusal, Change<Workspace>> born = born(present, applicant, birth);
        List<RegistrationProblem> problems =
                new ArrayList<>(born.fold(RegistrationRefusal::problems, none -> List.of()));
        WorkspaceId id = applicant.form().workspace();
        if (!stores.workspaces().find(List.of(id)).isEmpty()) {
            problems.add(new RegistrationProblem.WorkspaceTaken(id));
        }
        if (!problems.isEmpty()) {
            return Either.left(new RegistrationRefusal(problems));
        }
        return born.map(change -> {
            present.save(List.of(Revision.first(change)));
            present.touch();
            return change.after();
        });
    }

    private Either<RegistrationRefusal, Change<Workspace>> born(Present present, Applicant applicant, Birth birth) {
        Option<Site> site = host.sites().find(applicant.form().answers().site());
        Standing standing = new Standing(present.inArrears(applicant.holder()), true);
        return host.accounts()
                .find(applicant.holder())
                .map(holder -> birth.apply(host.around(holder, site, standing)))
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

    private record Applicant(RegistrationForm form, BillingCenterAccountId holder, Request by) {

        boolean isAsking() {
            return new Registration.Ownership(holder, form.owner()).isOf(by.by());
        }
    }

    /** How a workspace comes to be, given what is true around it. */
    @FunctionalInterface
    private interface Birth extends Function<Circumstances, Either<RegistrationRefusal, Change<Workspace>>> {}
}
