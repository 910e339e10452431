package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.PayerSearch;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.policy.MeteringPolicy;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MET-1, MET-2: a batch is one transaction of a few statements, whatever its size. */
final class TakingCharges implements TakeCharges {

    private final Transactions transactions;
    private final Marketplaces marketplaces;
    private final Host host;

    TakingCharges(Transactions transactions, Marketplaces marketplaces, Host host) {
        this.transactions = transactions;
        this.marketplaces = marketplaces;
        this.host = host;
    }

    @Override
    public List<Either<ChargeRefusal, Intake>> take(List<Charge> charges, Instant at) {
        return transactions.judgedAt(at).run(stores -> take(stores, charges, at));
    }

    private List<Either<ChargeRefusal, Intake>> take(Stores stores, List<Charge> charges, Instant at) {
        ChargeBatch batch = sorted(stores, charges, at);
        List<TakenCharge> offered = batch.offered();
        Map<String, TakenCharge> before = new HashMap<>(stores.charges().add(offered));
        Set<String> refused = batch.refused();
        if (!refused.isEmpty()) {
            before.putAll(stores.charges().find(refused));
        }
        Request by = new Request(new Actor.Clock(), at);
        unsettled(offered.stream()
                        .filter(taken -> !before.containsKey(taken.charge().key())))
                .forEach((account, number) -> UnsettledCharges.tell(stores, Option.some(account), number, by));
        return batch.answers(before);
    }

    private PayerSearch payers(Stores stores, Map<SubscriptionId, Subscription> subscriptions, Instant at) {
        MeteringPolicy policy = host.policies().metering();
        List<Subscription> over = subscriptions.values().stream()
                .filter(named -> named.isMeterable() || named.isOver())
                .filter(named -> !named.takesCharges())
                .toList();
        return new PayerSearch(
                at.minus(policy.lateness()),
                at.plus(policy.futureTolerance()),
                subscriptions,
                over.isEmpty() ? Map.of() : new Heirs(stores).destinations(over));
    }

    private ChargeBatch sorted(Stores stores, List<Charge> charges, Instant at) {
        Present present = new Present(stores, host, new Request(new Actor.Clock(), at));
        Map<WorkspaceId, Workspace> workspaces = reached(stores, charges, present);
        PayerSearch payers = payers(stores, present.read(everNamedBy(workspaces.values())), at);
        return new ChargeBatch(charges, charge -> sorted(charge, workspaces, payers));
    }

    private static Map<WorkspaceId, Workspace> reached(Stores stores, List<Charge> charges, Present present) {
        List<Workspace> read = stores
                .workspaces()
                .find(charges.stream().map(Charge::workspace).collect(Collectors.toUnmodifiableSet()))
                .values()
                .stream()
                .map(Versioned::aggregate)
                .toList();
        present.load(read);
        return read.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Workspace::id, workspace -> present.reach(workspace).after()));
    }

    private Either<ChargeRefusal, TakenCharge> sorted(
            Charge charge, Map<WorkspaceId, Workspace> workspaces, PayerSearch payers) {
        Quantity most = Quantity.whole(host.policies().metering().most().charge());
        if (charge.usage().quantity().compareTo(most) > 0) {
            return Either.left(
                    new ChargeRefusal.ChargeTooLarge(most, charge.usage().quantity()));
        }
        return Option.of(workspaces.get(charge.workspace()))
                .toEither((ChargeRefusal) new ChargeRefusal.NeverBound(charge.workspace()))
                .flatMap(workspace -> payers.destination(charge, workspace)
                        .filterOrElse(
                                destination -> isListed(charge.usage().dimension(), destination),
                                destination -> new ChargeRefusal.DimensionNotListed(
                                        charge.usage().dimension()))
                        .map(destination ->
                                new TakenCharge(charge, workspace.registration().site(), destination)));
    }

    /** Whether the product may have the dimension; of what nobody can meter no product is known (MET-10). */
    private boolean isListed(Dimension dimension, Destination destination) {
        return !(destination instanceof Destination.Metered metered)
                || marketplaces
                        .selling(metered.customer().product())
                        .forAll(marketplace -> marketplace.profile().mayHave(dimension.name()));
    }

    /** How many of each account nobody can meter, in the order of the accounts. */
    private static Map<CloudAccountId, Integer> unsettled(Stream<TakenCharge> taken) {
        return taken.map(TakenCharge::destination)
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
}
