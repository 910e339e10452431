package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.PayerSearch;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driving.TakeCharges;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** MET-1, MET-2: a batch is one transaction of a few statements, whatever its size. */
final class TakingCharges implements TakeCharges {

    private final Transactions transactions;
    private final Host host;

    TakingCharges(Transactions transactions, Host host) {
        this.transactions = transactions;
        this.host = host;
    }

    @Override
    public List<Either<ChargeRefusal, Intake>> take(List<Charge> charges, Instant at) {
        return transactions.run(stores -> take(stores, charges, at));
    }

    private List<Either<ChargeRefusal, Intake>> take(Stores stores, List<Charge> charges, Instant at) {
        Map<WorkspaceId, Versioned<Workspace>> workspaces = stores.workspaces()
                .find(charges.stream().map(Charge::workspace).collect(Collectors.toUnmodifiableSet()));
        Map<WorkspaceId, Workspace> reached = reached(stores, workspaces, at);
        Map<SubscriptionId, Versioned<Subscription>> subscriptions =
                stores.subscriptions().find(everNamedBy(reached.values()));
        ChargeBatch batch = new ChargeBatch(
                stores.charges().find(charges.stream().map(Charge::key).collect(Collectors.toUnmodifiableSet())),
                reached,
                new PayerSearch(at.plus(host.policies().metering().futureTolerance()), aggregates(subscriptions)));
        List<Either<ChargeRefusal, Intake>> answers =
                charges.stream().map(batch::take).collect(Collectors.toUnmodifiableList());
        stores.charges().add(batch.taken());
        Request by = new Request(new Actor.Clock(), at);
        unsettled(batch.taken())
                .forEach((account, number) -> UnsettledCharges.tell(stores, Option.some(account), number, by));
        return answers;
    }

    private Map<WorkspaceId, Workspace> reached(
            Stores stores, Map<WorkspaceId, Versioned<Workspace>> workspaces, Instant at) {
        Present present = new Present(stores, host, new Request(new Actor.Clock(), at));
        List<Workspace> read =
                workspaces.values().stream().map(Versioned::aggregate).toList();
        present.load(read);
        return read.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Workspace::id, workspace -> present.reach(workspace).after()));
    }

    /** How many of each account nobody can meter, in the order of the accounts. */
    private static Map<CloudAccountId, Integer> unsettled(List<TakenCharge> taken) {
        return taken.stream()
                .map(TakenCharge::destination)
                .filter(Destination.Unsettled.class::isInstance)
                .collect(Collectors.toMap(
                        Destination::account,
                        destination -> 1,
                        Integer::sum,
                        () -> new TreeMap<>(Comparator.comparing(CloudAccountId::value))));
    }

    private static Set<SubscriptionId> everNamedBy(Collection<Workspace> workspaces) {
        return workspaces.stream()
                .flatMap(workspace -> workspace.bindings().all().stream())
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
