package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
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
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
        ReadableEntries.Of<CloudAccountId, Versioned<CloudAccount>> owing = owing(stores, batch.offered());
        batch.refuse(taken -> isUnsettled(taken)
                && owing.unreadable().containsKey(taken.destination().account()));
        List<TakenCharge> offered = batch.offered();
        Map<String, TakenCharge> before = new HashMap<>();
        batch.unreadable(ReadableEntries.leftOut(
                stores, () -> before.putAll(stores.charges().add(offered))));
        Set<String> refused = batch.refused();
        if (!refused.isEmpty()) {
            ReadableEntries.Of<String, TakenCharge> known =
                    ReadableEntries.find(stores, refused, stores.charges()::find, Function.identity());
            before.putAll(known.found());
            batch.unreadable(known.unreadable().keySet());
        }
        Request by = new Request(new Actor.Clock(), at);
        unsettled(offered.stream()
                        .filter(taken -> !before.containsKey(taken.charge().key())))
                .forEach((account, number) ->
                        UnsettledCharges.tell(stores, Option.of(owing.found().get(account)), number, by));
        return batch.answers(before);
    }

    /** The accounts that are told of charges that nobody can be billed for (END-8). */
    private static ReadableEntries.Of<CloudAccountId, Versioned<CloudAccount>> owing(
            Stores stores, List<TakenCharge> offered) {
        return ReadableEntries.find(
                stores,
                offered.stream()
                        .filter(TakingCharges::isUnsettled)
                        .map(taken -> taken.destination().account())
                        .distinct()
                        .sorted(Comparator.comparing(CloudAccountId::value))
                        .toList(),
                stores.cloudAccounts()::find,
                CloudAccountId::value);
    }

    private static boolean isUnsettled(TakenCharge taken) {
        return taken.destination() instanceof Destination.Unsettled;
    }

    private PayerSearch payers(Stores stores, Payers payers, Instant at) {
        MeteringPolicy policy = host.policies().metering();
        List<Subscription> over = payers.known().values().stream()
                .filter(named -> named.isMeterable() || named.isOver())
                .filter(named -> !named.takesCharges())
                .toList();
        return new PayerSearch(
                at.minus(policy.lateness()),
                at.plus(policy.futureTolerance()),
                payers.known(),
                over.isEmpty() ? Map.of() : heirs(stores, over, payers.unreadable()));
    }

    /** One whose heir cannot be read has not been read to the end itself. */
    private static Map<SubscriptionId, Destination.Metered> heirs(
            Stores stores, List<Subscription> over, Set<SubscriptionId> unreadable) {
        try {
            return new Heirs(stores).destinations(over);
        } catch (EntryUnreadable ofSome) {
            stores.unreadables().leaveOut(ofSome.entries());
            Map<SubscriptionId, Destination.Metered> heirs = new HashMap<>();
            for (Subscription one : over) {
                try {
                    heirs.putAll(new Heirs(stores).destinations(List.of(one)));
                } catch (EntryUnreadable itsOwn) {
                    unreadable.add(one.id());
                }
            }
            return heirs;
        }
    }

    private ChargeBatch sorted(Stores stores, List<Charge> charges, Instant at) {
        Present present = new Present(stores, host, new Request(new Actor.Clock(), at));
        Workspaces workspaces = reached(stores, charges, present);
        Set<SubscriptionId> named = everNamedBy(workspaces.reached().values());
        Map<SubscriptionId, Subscription> known = present.readable(named);
        Set<SubscriptionId> unreadable = new HashSet<>();
        if (known.size() < named.size()) {
            named.stream().filter(present::isUnreadable).forEach(unreadable::add);
        }
        Payers payers = new Payers(known, unreadable);
        PayerSearch search = payers(stores, payers, at);
        return new ChargeBatch(charges, charge -> sorted(charge, workspaces, payers, search));
    }

    private static Workspaces reached(Stores stores, List<Charge> charges, Present present) {
        ReadableEntries.Of<WorkspaceId, Versioned<Workspace>> read = ReadableEntries.find(
                stores,
                charges.stream().map(Charge::workspace).collect(Collectors.toUnmodifiableSet()),
                stores.workspaces()::find,
                WorkspaceId::value);
        Present.Reached reached =
                present.reachEach(present.loaded(List.copyOf(read.found().values())));
        Set<WorkspaceId> unreadable = new HashSet<>(read.unreadable().keySet());
        unreadable.addAll(reached.unreached());
        return new Workspaces(
                reached.revisions().stream()
                        .map(revision -> revision.change().after())
                        .collect(Collectors.toUnmodifiableMap(Workspace::id, workspace -> workspace)),
                unreadable);
    }

    private Either<ChargeRefusal, TakenCharge> sorted(
            Charge charge, Workspaces workspaces, Payers payers, PayerSearch search) {
        Quantity most = Quantity.whole(host.policies().metering().most().charge());
        if (charge.usage().quantity().compareTo(most) > 0) {
            return Either.left(
                    new ChargeRefusal.ChargeTooLarge(most, charge.usage().quantity()));
        }
        if (workspaces.unreadable().contains(charge.workspace())) {
            return Either.left(new ChargeRefusal.TryAgain(charge.workspace()));
        }
        return Option.of(workspaces.reached().get(charge.workspace()))
                .toEither((ChargeRefusal) new ChargeRefusal.NeverBound(charge.workspace()))
                .flatMap(workspace -> payers.paysUnread(charge, workspace)
                        ? Either.left(new ChargeRefusal.TryAgain(charge.workspace()))
                        : search.destination(charge, workspace)
                                .filterOrElse(
                                        destination -> isListed(charge.usage().dimension(), destination),
                                        destination -> new ChargeRefusal.DimensionNotListed(
                                                charge.usage().dimension()))
                                .map(destination -> new TakenCharge(
                                        charge, workspace.registration().site(), destination)));
    }

    /** Workspaces as they are now, and those that cannot be read, or of whose payers something cannot. */
    private record Workspaces(Map<WorkspaceId, Workspace> reached, Set<WorkspaceId> unreadable) {}

    /** The subscriptions that bindings name, and those of them that cannot be read (REL-1). */
    private record Payers(Map<SubscriptionId, Subscription> known, Set<SubscriptionId> unreadable) {

        boolean paysUnread(Charge charge, Workspace workspace) {
            return !unreadable.isEmpty()
                    && workspace
                            .bindings()
                            .at(charge.period().lastInstant())
                            .flatMap(SettlementMethod::cloud)
                            .exists(paid -> unreadable.contains(paid.subscription()));
        }
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
