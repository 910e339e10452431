package com.guance.billing.testkit;

import com.guance.billing.Change;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Workspaces in a store, in few words. */
final class SavedWorkspaces {

    /** Ids that a careless database takes for one. */
    static final List<String> SIMILAR = List.of(
            "wksp_a",
            "wksp_A",
            "wksp_a ",
            " wksp_a",
            "wksp_á",
            "wksp_a\u0301",
            "wksp_ａ",
            "wksp_\uD835\uDC1A",
            "wksp%a");

    private SavedWorkspaces() {}

    static void bear(UnitOfWork store, List<Change<Workspace>> births) {
        List<Revision<Workspace>> revisions =
                births.stream().map(Revision::first).collect(Collectors.toList());
        Work.run(store, stores -> stores.workspaces().save(revisions));
    }

    static Map<WorkspaceId, Versioned<Workspace>> find(UnitOfWork store, List<String> ids) {
        List<WorkspaceId> asked = ids.stream().map(WorkspaceId::new).collect(Collectors.toList());
        return Work.in(store, stores -> stores.workspaces().find(asked));
    }

    static List<Versioned<Workspace>> paidBy(UnitOfWork store, String account, int limit) {
        return Work.in(store, stores -> stores.workspaces().paidBy(Given.subscriptionId(account), limit));
    }

    static List<String> ids(List<Versioned<Workspace>> workspaces) {
        return workspaces.stream()
                .map(workspace -> workspace.aggregate().id().value())
                .collect(Collectors.toList());
    }

    /** The account's subscription ends for these. */
    static void end(UnitOfWork store, String account, List<Versioned<Workspace>> workspaces) {
        List<Revision<Workspace>> revisions = workspaces.stream()
                .map(workspace -> Revision.of(workspace, Given.payerEnded(workspace.aggregate(), account)))
                .collect(Collectors.toList());
        Work.run(store, stores -> stores.workspaces().save(revisions));
    }

    /** The workspace is bound to an account on file. */
    static Change<Workspace> boundTo(String account, Workspace workspace) {
        Asked asked = Asked.through(Given.accountOnFile(account).after(), Given.byHolder());
        return workspace.settle(asked, Given.circumstances()).get();
    }
}
