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
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.time.Instant;
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
                    Due.and(
                            "holder",
                            "site",
                            "cloud_account",
                            "subscription",
                            "billing_center",
                            "waits_for",
                            "returns_to",
                            "closed"),
                    workspace -> workspace.id().value(),
                    JdbcWorkspaces::lastPayer,
                    JdbcWorkspaces::row));

    private final Session session;
    private final Aggregates<Workspace, WorkspaceEvent> workspaces;

    JdbcWorkspaces(Session session) {
        this.session = session;
        this.workspaces = all(session);
    }

    static Aggregates<Workspace, WorkspaceEvent> all(Session session) {
        return new Aggregates<>(session, KIND);
    }

    @Override
    public Map<WorkspaceId, Versioned<Workspace>> find(Collection<WorkspaceId> ids) {
        return workspaces.recall(ids, WorkspaceId::value);
    }

    @Override
    public List<Versioned<Workspace>> paidBy(SubscriptionId subscription, int limit) {
        return workspaces.list(
                new Selection("subscription = :subscription", "id", limit),
                query -> query.bind("subscription", subscription.value()));
    }

    @Override
    public List<Versioned<Workspace>> list(Which which, Option<WorkspaceId> after, int limit) {
        Sought sought = Sought.of(which);
        return workspaces.list(sought.page(limit), query -> sought.bind(query, after));
    }

    @Override
    public List<Versioned<Workspace>> due(Instant at, int limit) {
        return Due.at(at, limit, workspaces);
    }

    @Override
    public List<WorkspaceEvent> history(WorkspaceId workspace, int after, int limit) {
        return workspaces.history(workspace.value(), after, limit);
    }

    @Override
    public void save(List<Revision<Workspace>> revisions) {
        workspaces.save(revisions);
        ArrearsLocks.follow(session, revisions);
    }

    private static Row row(Workspace workspace) {
        Option<SettlementMethod> inForce = workspace.bindings().inForce();
        Option<ThroughCloudAccount> payer = inForce.flatMap(SettlementMethod::cloud);
        Row row = new Row()
                .with("holder", workspace.registration().ownership().holder().value())
                .with("site", workspace.registration().site().value())
                .with("cloud_account", payer.map(paid -> paid.account().value()))
                .with("subscription", payer.map(paid -> paid.subscription().value()))
                .with("billing_center", inForce.flatMap(JdbcWorkspaces::billingCenter))
                .with(
                        "waits_for",
                        workspace.waiting().map(change -> change.account().value()))
                .with(
                        "returns_to",
                        workspace
                                .endedPayer()
                                .filter(ended -> workspace.closed().isEmpty())
                                .map(ended -> ended.account().value()))
                .with("closed", workspace.closed().isDefined());
        return Due.in(row, workspace.nextDue());
    }

    private static Option<String> billingCenter(SettlementMethod method) {
        return method instanceof ThroughBillingCenter through
                ? Option.some(through.account().value())
                : Option.none();
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
