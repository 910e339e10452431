package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.AskChoices;
import com.guance.billing.ports.driving.Candidate;
import com.guance.billing.ports.driving.Choice;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.WaitingChange;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** SET-11: the decisions of {@link ChangingSettlement}, asked and not kept. */
final class AskingChoices implements AskChoices {

    private final Transactions transactions;
    private final Host host;

    AskingChoices(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
    }

    @Override
    public Either<SettlementRefusal, Page<Choice>> of(WorkspaceId workspace, Request by, PageRequest page) {
        return transactions.ask(stores -> OneWorkspace.find(stores, workspace)
                .toEither(() -> ChangingSettlement.UNKNOWN.of(workspace, by))
                .filterOrElse(
                        found -> found.aggregate().registration().ownership().isOf(by.by()), found -> stranger(by))
                .flatMap(found -> choices(stores, found, by, page)));
    }

    private Either<SettlementRefusal, Page<Choice>> choices(
            Stores stores, Versioned<Workspace> found, Request by, PageRequest page) {
        Present present = new Present(stores, host, by);
        Workspace now = present.reach(found.aggregate()).after();
        BillingCenterAccountId holder = Present.holder(now);
        if (present.around(now).isEmpty()) {
            return Either.left(new SettlementRefusal.HolderUnknown(holder));
        }
        Page<CloudAccount> accounts = Pages.of(
                page,
                (after, limit) -> stores.cloudAccounts().offered(holder, after.map(CloudAccountId::new), limit),
                account -> account.id().value());
        present.loadAccounts(accounts.items().stream().map(CloudAccount::id).toList());
        List<Choice> choices = new ArrayList<>();
        if (page.after().isEmpty()) {
            choices.add(new Choice(Option.none(), refusal(present, now, Option.none(), by)));
            waitedFor(present, now)
                    .forEach(account -> choices.add(
                            new Choice(Option.some(account), refusal(present, now, Option.some(account), by))));
        }
        accounts.items().stream()
                .map(account -> Option.some(account.id()))
                .forEach(account -> choices.add(new Choice(account, refusal(present, now, account, by))));
        return Either.right(new Page<>(choices, accounts.next()));
    }

    /** What waits already may be asked for again, also when its account is not offered any more (SET-13). */
    private static Option<CloudAccountId> waitedFor(Present present, Workspace now) {
        return now.waiting()
                .map(WaitingChange::account)
                .filter(account -> !present.account(account).exists(CloudAccount::isOffered));
    }

    @Override
    public Either<SettlementRefusal, Page<Candidate>> candidates(CloudAccountId account, Request by, PageRequest page) {
        return transactions.ask(stores -> stores.cloudAccounts()
                .find(account)
                .flatMap(known -> known.aggregate().registeredUnder(by.at()))
                .map(holder -> new OwnedWorkspaces(stores, host, holder, by))
                .filter(OwnedWorkspaces::mayBeListed)
                .toEither(() -> stranger(by))
                .map(owned -> candidates(stores, account, owned, by, page)));
    }

    private static SettlementRefusal stranger(Request by) {
        return new SettlementRefusal.NotForThisActor(by.by());
    }

    private Page<Candidate> candidates(
            Stores stores, CloudAccountId account, OwnedWorkspaces owned, Request by, PageRequest page) {
        Page<Workspace> workspaces = Pages.of(
                page,
                (after, limit) -> owned.page(after.map(WorkspaceId::new), limit),
                workspace -> workspace.id().value());
        Present present = new Present(stores, host, by);
        present.load(workspaces.items());
        return new Page<>(
                workspaces.items().stream()
                        .flatMap(workspace ->
                                candidate(present, workspace, account, by).toJavaStream())
                        .toList(),
                workspaces.next());
    }

    /** None of a workspace of which something cannot be read (REL-1). */
    private static Option<Candidate> candidate(
            Present present, Workspace workspace, CloudAccountId account, Request by) {
        try {
            Workspace now = present.reach(workspace).after();
            return Option.some(new Candidate(now.id(), refusal(present, now, Option.some(account), by)));
        } catch (EntryUnreadable ofItsNeighbours) {
            return Option.none();
        }
    }

    private static Option<SettlementRefusal> refusal(
            Present present, Workspace now, Option<CloudAccountId> payer, Request by) {
        return ChangingSettlement.settling(payer, Option.none(), by)
                .on(present, now)
                .swap()
                .toOption();
    }
}
