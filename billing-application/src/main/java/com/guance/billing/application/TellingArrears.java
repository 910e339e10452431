package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrears.Arrears;
import com.guance.billing.arrears.ArrearsRefusal;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.ports.driving.TellArrears;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** LOCK-7, UNL-2: what an account's arrears mean to the workspaces that it settles, in bounded chunks that resume. */
final class TellingArrears implements TellArrears {

    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final Host host;

    TellingArrears(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
    }

    @Override
    public Either<ArrearsRefusal, Boolean> began(BillingCenterAccountId account, Request by) {
        return tell(account, by, Arrears::begin);
    }

    @Override
    public Either<ArrearsRefusal, Boolean> settled(BillingCenterAccountId account, Request by) {
        return tell(account, by, Arrears::settled);
    }

    private Either<ArrearsRefusal, Boolean> tell(
            BillingCenterAccountId account, Request by, BiFunction<Arrears, Request, Change<Arrears>> what) {
        Option<ArrearsRefusal> refusal = ArrearsRefusal.of(by);
        if (refusal.isDefined()) {
            return Either.left(refusal.get());
        }
        boolean changed = transactions.judgedAt(by.at()).run(stores -> {
            Option<Versioned<Arrears>> known = find(stores, account);
            Change<Arrears> watched =
                    known.map(Versioned::aggregate).map(Change::none).getOrElse(() -> Arrears.watched(account, by));
            Change<Arrears> told = watched.then(what.apply(watched.after(), by));
            if (!told.isNone()) {
                stores.arrears()
                        .save(List.of(
                                new Revision<>(known.map(Versioned::version).getOrElse(0L), told)));
            }
            return !what.apply(watched.after(), by).isNone();
        });
        finish(account);
        return Either.right(changed);
    }

    /** Finishes what a crash may have left; answers how many workspaces were reached. */
    int finishAll(FirstFailure failures) {
        Set<BillingCenterAccountId> tried = new HashSet<>();
        int reached = 0;
        List<BillingCenterAccountId> open;
        do {
            int limit = CHUNK + tried.size();
            open = transactions
                    .run(stores -> stores.arrears().withOpenCascade(limit).stream()
                            .map(arrears -> arrears.aggregate().account())
                            .toList())
                    .stream()
                    .filter(tried::add)
                    .toList();
            reached += open.stream()
                    .mapToInt(account -> failures.count(() -> finish(account)))
                    .sum();
        } while (!open.isEmpty());
        return reached;
    }

    private int finish(BillingCenterAccountId account) {
        Progress progress = Progress.START;
        while (!progress.done()) {
            Progress from = progress;
            progress = transactions.run(stores -> find(stores, account)
                    .filter(arrears -> arrears.aggregate().cascadeOpen())
                    .map(arrears -> chunk(stores, arrears, from.of(arrears.aggregate())))
                    .getOrElse(from::finished));
        }
        return progress.reached();
    }

    /** Every chunk touches the account: one that lost to another change of its is not written. */
    private Progress chunk(Stores stores, Versioned<Arrears> told, Progress from) {
        Arrears arrears = told.aggregate();
        Which which =
                arrears.stand() ? new Which.SettledBy(arrears.account()) : new Which.LockedByArrears(arrears.account());
        Present present = new Present(stores, host, arrears.told());
        Cascade cascade = cascade(stores, arrears);
        List<Versioned<Workspace>> page =
                present.loaded(cascade.page(() -> stores.workspaces().list(which, from.after(), CHUNK)));
        Present.Reached reached = present.reachEach(page);
        List<Revision<Workspace>> changes = reached.changes();
        present.save(changes);
        cascade.missed(reached.unreached());
        Progress to = from.telling(
                changes.size(),
                Option.when(
                        page.size() == CHUNK,
                        () -> page.get(page.size() - 1).aggregate().id()));
        stores.arrears()
                .save(List.of(Revision.of(told, to.done() ? arrears.cascadeCompleted() : Change.none(arrears))));
        present.touchBut(Option.some(arrears.account()));
        return to;
    }

    private static Cascade cascade(Stores stores, Arrears arrears) {
        return new Cascade(stores, EntryKind.ARREARS, arrears.account().value());
    }

    /**
     * Takes the last change of an account's arrears to workspaces that its cascade could not reach (REL-1): those of which all can be
     * read by now.
     */
    int reach(BillingCenterAccountId account, List<WorkspaceId> missed) {
        return transactions.run(stores ->
                find(stores, account).map(read -> reach(stores, read, missed)).getOrElse(0));
    }

    private int reach(Stores stores, Versioned<Arrears> read, List<WorkspaceId> missed) {
        Arrears arrears = read.aggregate();
        Present present = new Present(stores, host, arrears.told());
        ReadableEntries.Of<WorkspaceId, Versioned<Workspace>> found =
                ReadableEntries.find(stores, missed, stores.workspaces()::find, WorkspaceId::value);
        Present.Reached reached = present.reachEach(
                present.loaded(List.copyOf(found.found().values())),
                workspace -> released(arrears, present.reach(workspace)));
        present.save(reached.changes());
        cascade(stores, arrears).reached(missed, found.unreadable().keySet(), reached);
        stores.arrears().save(List.of(Revision.of(read, Change.none(arrears))));
        present.touchBut(Option.some(arrears.account()));
        return reached.changes().size();
    }

    /** That arrears stand is known to whoever looks; that they are settled, only while the cascade says so. */
    private Change<Workspace> released(Arrears arrears, Change<Workspace> reached) {
        return arrears.stand()
                ? reached
                : reached.then(reached.after()
                        .release(
                                new LockCause.Arrears(arrears.account()),
                                host.policies().locking(),
                                arrears.told()));
    }

    private static Option<Versioned<Arrears>> find(Stores stores, BillingCenterAccountId account) {
        return Option.of(stores.arrears().find(List.of(account)).get(account));
    }
}
