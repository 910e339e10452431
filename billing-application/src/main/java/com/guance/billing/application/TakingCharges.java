package com.guance.billing.application;

import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.PayerSearch;
import com.guance.billing.policy.Policies;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.TakeCharges;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** MET-1, MET-2: a batch is one transaction of a few statements, whatever its size. */
final class TakingCharges implements TakeCharges {

    private final Transactions transactions;
    private final Policies policies;

    TakingCharges(Transactions transactions, Policies policies) {
        this.transactions = transactions;
        this.policies = policies;
    }

    @Override
    public List<Either<ChargeRefusal, Intake>> take(List<Charge> charges, Instant at) {
        return transactions.run(stores -> take(stores, charges, at));
    }

    private List<Either<ChargeRefusal, Intake>> take(Stores stores, List<Charge> charges, Instant at) {
        Map<WorkspaceId, Versioned<Workspace>> workspaces = stores.workspaces()
                .find(charges.stream().map(Charge::workspace).collect(Collectors.toUnmodifiableSet()));
        Map<SubscriptionId, Versioned<Subscription>> subscriptions =
                stores.subscriptions().find(everNamedBy(workspaces.values()));
        ChargeBatch batch = new ChargeBatch(
                stores.charges().find(charges.stream().map(Charge::key).collect(Collectors.toUnmodifiableSet())),
                reachedByTheirEnds(workspaces, subscriptions),
                new PayerSearch(at.plus(policies.metering().futureTolerance()), aggregates(subscriptions)));
        List<Either<ChargeRefusal, Intake>> answers =
                charges.stream().map(batch::take).collect(Collectors.toUnmodifiableList());
        stores.charges().add(batch.taken());
        return answers;
    }

    private Map<WorkspaceId, Workspace> reachedByTheirEnds(
            Map<WorkspaceId, Versioned<Workspace>> workspaces,
            Map<SubscriptionId, Versioned<Subscription>> subscriptions) {
        Ends ends = new Ends(policies.countdown());
        return workspaces.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> ends.reach(entry.getValue().aggregate(), subscriptions)
                                .after()));
    }

    private static Set<SubscriptionId> everNamedBy(Collection<Versioned<Workspace>> workspaces) {
        return workspaces.stream()
                .flatMap(workspace -> workspace.aggregate().bindings().all().stream())
                .map(Binding::method)
                .flatMap(method -> method.cloud().toJavaStream())
                .map(ThroughCloudAccount::subscription)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<SubscriptionId, Subscription> aggregates(
            Map<SubscriptionId, Versioned<Subscription>> subscriptions) {
        return subscriptions.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().aggregate()));
    }
}
