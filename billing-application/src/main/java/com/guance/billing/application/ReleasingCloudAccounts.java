package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.ReleaseRefusal;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.ports.driving.ReleaseCloudAccount;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/** END-7: a registration that is only remembered is given up; never under a workspace that is still bound (INV-2). */
final class ReleasingCloudAccounts implements ReleaseCloudAccount {

    private static final int MANY = 500;

    private final Transactions transactions;
    private final Host host;

    ReleasingCloudAccounts(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
    }

    @Override
    public Either<ReleaseRefusal, CloudAccount> release(CloudAccountId account, Request by) {
        return transactions
                .judgedAt(by.at())
                .ask(stores -> stores.cloudAccounts()
                        .find(account)
                        .toEither(() -> unknown(account, by))
                        .flatMap(known -> known.aggregate()
                                .released(by)
                                .flatMap(released -> bound(stores, account, by)
                                        .<Either<ReleaseRefusal, CloudAccount>>map(Either::left)
                                        .getOrElse(() -> {
                                            new WaitingChanges(stores, host, account, by).giveUp();
                                            stores.cloudAccounts().save(Revision.of(known, released));
                                            return Either.right(released.after());
                                        }))));
    }

    /** Only staff are told that it does not exist: to all others it is as one that is not theirs (SET-11). */
    private static ReleaseRefusal unknown(CloudAccountId account, Request by) {
        return by.by() instanceof Actor.Staff
                ? new ReleaseRefusal.CloudAccountUnknown(account)
                : new ReleaseRefusal.NotForThisActor(by.by());
    }

    /** A workspace that is bound to it, also when every end that is decided by now has reached it. */
    private Option<ReleaseRefusal> bound(Stores stores, CloudAccountId account, Request by) {
        Present present = new Present(stores, host, by);
        Option<WorkspaceId> after = Option.none();
        Option<ReleaseRefusal> found;
        List<Versioned<Workspace>> page;
        do {
            Option<WorkspaceId> from = after;
            page = present.loaded(ReadableEntries.complete(
                    stores, () -> stores.workspaces().list(new Which.PaidThrough(account), from, MANY)));
            found = bound(present, page, account);
            after = Option.ofOptional(page.stream().reduce((one, next) -> next))
                    .map(last -> last.aggregate().id());
        } while (found.isEmpty() && page.size() == MANY);
        return found;
    }

    private static Option<ReleaseRefusal> bound(
            Present present, List<Versioned<Workspace>> page, CloudAccountId account) {
        return Option.ofOptional(page.stream()
                .map(workspace -> present.reach(workspace.aggregate()).after())
                .filter(now -> now.bindings()
                        .inForce()
                        .flatMap(SettlementMethod::cloud)
                        .exists(paid -> paid.account().equals(account)))
                .map(Workspace::id)
                .<ReleaseRefusal>map(ReleaseRefusal.StillSettles::new)
                .findFirst());
    }
}
