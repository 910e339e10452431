package com.guance.billing.jdbc;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.jdbc.Aggregates.Selection;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Workspaces. */
final class JdbcWorkspaces implements Workspaces {

    private static final Kind<Workspace, WorkspaceEvent> KIND = new Kind<>(
            "workspace",
            "billing_workspace",
            WorkspaceEvent.class,
            Workspace::replay,
            new Kind.Thin<>(
                    List.of("holder", "site", "cloud_account", "subscription"),
                    workspace -> workspace.id().value(),
                    JdbcWorkspaces::lastPayer,
                    JdbcWorkspaces::row));

    private final Aggregates<Workspace, WorkspaceEvent> workspaces;

    JdbcWorkspaces(Session session) {
        this.workspaces = new Aggregates<>(session, KIND);
    }

    @Override
    public Map<WorkspaceId, Versioned<Workspace>> find(Collection<WorkspaceId> ids) {
        return workspaces.find(ids, WorkspaceId::value);
    }

    @Override
    public List<Versioned<Workspace>> paidBy(SubscriptionId subscription, int limit) {
        return workspaces.list(
                new Selection("subscription = :subscription", "id", limit),
                query -> query.bind("subscription", subscription.value()));
    }

    @Override
    public void save(List<Revision<Workspace>> revisions) {
        workspaces.save(revisions);
    }

    private static Row row(Workspace workspace) {
        Option<ThroughCloudAccount> payer = workspace.bindings().inForce().flatMap(SettlementMethod::cloud);
        return new Row()
                .with("holder", workspace.registration().ownership().holder().value())
                .with("site", workspace.registration().site().value())
                .with("cloud_account", payer.map(paid -> paid.account().value()))
                .with("subscription", payer.map(paid -> paid.subscription().value()));
    }

    private static Option<CloudAccountId> lastPayer(Workspace workspace) {
        return workspace
                .bindings()
                .last()
                .map(Binding::method)
                .flatMap(SettlementMethod::cloud)
                .map(ThroughCloudAccount::account);
    }
}
