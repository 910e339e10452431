package com.guance.billing.jdbc;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testkit.Given;
import com.guance.billing.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;

/** Workspaces that one subscription pays for, and what transactions find of the first. */
final class PaidWorkspaces {

    static final WorkspaceId ONE = new WorkspaceId("wksp_1");
    static final WorkspaceId OTHER = new WorkspaceId("wksp_2");
    static final SubscriptionId PAYER = Given.subscriptionId("1");

    private PaidWorkspaces() {}

    static void save(Stores stores, WorkspaceId... ids) {
        stores.workspaces()
                .save(Stream.of(ids)
                        .map(id -> Revision.first(Given.workspacePaidBy("1", id.value())))
                        .toList());
    }

    /** A new version, without events. */
    static void touch(Stores stores) {
        Versioned<Workspace> one = find(stores);
        stores.workspaces().save(List.of(Revision.of(one, Change.none(one.aggregate()))));
    }

    static Versioned<Workspace> find(Stores stores) {
        return stores.workspaces().find(List.of(ONE)).values().iterator().next();
    }

    static Versioned<Workspace> found(UnitOfWork store) {
        return Transactions.ask(store, PaidWorkspaces::find);
    }

    static Versioned<Subscription> payer(Stores stores) {
        return stores.subscriptions().find(List.of(PAYER)).values().iterator().next();
    }

    static BillingCenterAccountId holder(Versioned<Workspace> workspace) {
        return workspace.aggregate().registration().ownership().holder();
    }

    /** The sum of the versions of a workspace's payer and of its holder's arrears. */
    static long findWithPayer(Stores stores) {
        BillingCenterAccountId holder = holder(find(stores));
        return payer(stores).version()
                + stores.arrears().find(List.of(holder)).values().stream()
                        .mapToLong(Versioned::version)
                        .sum();
    }
}
