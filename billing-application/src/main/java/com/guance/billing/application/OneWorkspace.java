package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;

/**
 * A command on one workspace: judged as of its instant; when accepted, kept together with what ends and time had done before, and
 * when refused, nothing is (INV-6).
 */
record OneWorkspace(Transactions transactions, Host host) {

    /** What a command makes of a workspace. */
    @FunctionalInterface
    interface Decision<L> {
        Either<L, Change<Workspace>> on(Present present, Workspace now);
    }

    <L> Either<L, Workspace> ask(WorkspaceId id, Request by, Function<WorkspaceId, L> unknown, Decision<L> decision) {
        return transactions
                .judgedAt(by.at())
                .ask(stores -> find(stores, id)
                        .toEither(() -> unknown.apply(id))
                        .flatMap(read -> decided(new Present(stores, host, by), read, decision)));
    }

    private static <L> Either<L, Workspace> decided(Present present, Versioned<Workspace> read, Decision<L> decision) {
        Change<Workspace> reached = present.reach(read.aggregate());
        return decision.on(present, reached.after()).map(decided -> {
            Change<Workspace> all = reached.then(decided);
            if (!all.isNone()) {
                present.save(List.of(Revision.of(read, all)));
                present.touch();
            }
            return all.after();
        });
    }

    static Option<Versioned<Workspace>> find(Stores stores, WorkspaceId id) {
        return Option.of(stores.workspaces().find(List.of(id)).get(id));
    }
}
