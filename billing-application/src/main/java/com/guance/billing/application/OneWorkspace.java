package com.guance.billing.application;

import com.guance.billing.Actor;
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

    <L> Either<L, Workspace> ask(WorkspaceId id, Request by, Unknown<L> unknown, Decision<L> decision) {
        return transactions
                .judgedAt(by.at())
                .ask(stores -> find(stores, id)
                        .toEither(() -> unknown.of(id, by))
                        .flatMap(read -> decided(new Present(stores, host, by), read, decision)));
    }

    /**
     * What is said of a workspace that does not exist. Only staff are told that: to all others it is as one that is not theirs (SET-11).
     *
     * @param workspace for staff
     * @param actor for all others
     */
    record Unknown<L>(Function<WorkspaceId, L> workspace, Function<Actor, L> actor) {

        L of(WorkspaceId id, Request by) {
            return by.by() instanceof Actor.Staff ? workspace.apply(id) : actor.apply(by.by());
        }
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
