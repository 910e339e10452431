package com.guance.billing.application;

import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces.Which;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.List;

/** The changes that wait for a cloud account, as they are at an instant (END-7, SET-13). */
record WaitingChanges(Stores stores, Host host, CloudAccountId account, Request by) {

    private static final int MANY = 500;

    /** A registration that only waiting changes could keep is forgotten if none waits any more. */
    static Change<CloudAccount> forgotten(Stores stores, Host host, CloudAccount account, Request by) {
        return account.isAwaitedOnly(by.at()) && !new WaitingChanges(stores, host, account.id(), by).exist()
                ? account.awaitedNoMore(by)
                : Change.none(account);
    }

    /** Whether any waits. */
    private boolean exist() {
        Option<WorkspaceId> after = Option.none();
        List<Versioned<Workspace>> page;
        boolean found;
        do {
            Present present = new Present(stores, host, by);
            page = page(present, after);
            found = page.stream()
                    .map(workspace -> present.reach(workspace.aggregate()).after())
                    .anyMatch(this::waits);
            after = last(page);
        } while (!found && page.size() == MANY);
        return found;
    }

    /** Gives all of them up, for the registration is released. */
    void giveUp() {
        Option<WorkspaceId> after = Option.none();
        List<Versioned<Workspace>> page;
        do {
            Present present = new Present(stores, host, by);
            page = page(present, after);
            present.save(page.stream()
                    .map(workspace -> Revision.of(workspace, givenUp(present, workspace.aggregate())))
                    .filter(revision -> !revision.change().isNone())
                    .toList());
            after = last(page);
        } while (page.size() == MANY);
    }

    private Change<Workspace> givenUp(Present present, Workspace workspace) {
        Change<Workspace> reached = present.reach(workspace);
        return waits(reached.after())
                ? reached.then(reached.after().registrationReleased(account, by))
                : Change.none(workspace);
    }

    private boolean waits(Workspace workspace) {
        return workspace.waiting().exists(change -> change.account().equals(account));
    }

    private List<Versioned<Workspace>> page(Present present, Option<WorkspaceId> after) {
        return present.loaded(stores.workspaces().list(new Which.Awaiting(account), after, MANY));
    }

    private static Option<WorkspaceId> last(List<Versioned<Workspace>> page) {
        return Option.ofOptional(page.stream().reduce((one, next) -> next))
                .map(last -> last.aggregate().id());
    }
}
