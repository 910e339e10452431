package com.guance.billing.example;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Many workspaces, written and read in one transaction each, so that a test of thousands takes no minutes to begin. */
record Crowd(UnitOfWork unit, World world, String name, int size) {

    List<WorkspaceId> ids() {
        return IntStream.range(0, size)
                .mapToObj(i -> new WorkspaceId("wksp_" + world.cast().run() + "_" + name + "_" + i))
                .toList();
    }

    /** Where they stand now. */
    List<Workspace> now() {
        return in(stores -> stores.workspaces().find(ids()).values().stream()
                .map(Versioned::aggregate)
                .toList());
    }

    /** Registered, all paid through the cloud account, which is on file. */
    List<WorkspaceId> paidByCloud() {
        return in(stores -> registered(
                stores,
                Asked.through(
                        stores.cloudAccounts()
                                .find(world.cast().cloudAccount())
                                .get()
                                .aggregate(),
                        byOwner())));
    }

    /** Registered, all paid by their Billing Center account. */
    List<WorkspaceId> paidByBillingCenter() {
        return in(stores -> registered(stores, Asked.billingCenter(byOwner())));
    }

    private List<WorkspaceId> registered(Stores stores, Asked asked) {
        Circumstances around = new Circumstances(
                world.cast().holder(),
                Circumstances.Standing.good(),
                Cast.SITES.find(Stage.GOOD.site()),
                Policies.defaults());
        stores.workspaces()
                .save(ids().stream()
                        .map(id -> Revision.first(registered(id, asked, around)))
                        .toList());
        return ids();
    }

    private Change<Workspace> registered(WorkspaceId id, Asked asked, Circumstances around) {
        RegistrationForm form = new RegistrationForm(id, world.cast().owner(), Stage.GOOD);
        return Workspace.register(form, asked, around).get();
    }

    private Request byOwner() {
        return world.by(world.cast().asOwner());
    }

    private <T> T in(Function<Stores, T> work) {
        return unit.<Void, T>inTransaction(stores -> Either.right(work.apply(stores)))
                .get();
    }
}
