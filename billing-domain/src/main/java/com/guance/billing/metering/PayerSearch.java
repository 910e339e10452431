package com.guance.billing.metering;

import com.guance.billing.CloudAccountId;
import com.guance.billing.Required;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.Binding;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds who pays for a charge (MET-1, MET-2).
 *
 * @param earliest usage before it comes too late to be metered (MET-7)
 * @param latest the latest instant at which usage may have happened (MET-1)
 * @param subscriptions the subscriptions that the workspaces' bindings name
 * @param heirs who has what those of them left that take no charges any more (MET-7)
 */
public record PayerSearch(
        Instant earliest,
        Instant latest,
        Map<SubscriptionId, Subscription> subscriptions,
        Map<SubscriptionId, Destination.Metered> heirs) {

    /** Takes copies. */
    public PayerSearch {
        Required.value(earliest, "earliest");
        Required.value(latest, "latest");
        subscriptions = Required.map(subscriptions, "subscriptions");
        heirs = Required.map(heirs, "heirs");
    }

    /**
     * Where a charge goes.
     *
     * @param charge a charge of this workspace
     * @param workspace the workspace, with every end of a subscription applied
     * @return the destination; left: why it is not taken
     */
    public Either<ChargeRefusal, Destination> destination(Charge charge, Workspace workspace) {
        Instant at = charge.period().lastInstant();
        if (at.isAfter(latest)) {
            return Either.left(new ChargeRefusal.ChargeInFuture(latest));
        }
        if (workspace.activeSince().forAll(at::isBefore)) {
            return Either.left(new ChargeRefusal.NotActive(workspace.id()));
        }
        List<Instant> cuts = cuts(charge.period(), workspace.bindings().all());
        if (!cuts.isEmpty()) {
            return Either.left(new ChargeRefusal.StraddlesPayers(cuts));
        }
        return workspace
                .bindings()
                .at(at)
                .<Either<ChargeRefusal, Destination>>map(method -> method.cloud()
                        .<Either<ChargeRefusal, Destination>>map(cloud -> Either.right(through(cloud, at)))
                        .getOrElse(() -> Either.left(new ChargeRefusal.BillingCenterPays())))
                .getOrElse(() -> unsettled(workspace, at));
    }

    private Destination through(ThroughCloudAccount paid, Instant at) {
        return Option.of(subscriptions.get(paid.subscription()))
                .filter(Subscription::takesCharges)
                .map(taking -> new Destination.Metered(paid.account(), paid.subscription(), taking.customer()))
                .orElse(() -> Option.of(heirs.get(paid.subscription())))
                .filter(metered -> !at.isBefore(earliest))
                .<Destination>map(metered -> metered)
                .getOrElse(() -> new Destination.Unsettled(paid.account()));
    }

    private static Either<ChargeRefusal, Destination> unsettled(Workspace workspace, Instant at) {
        return lastCloudAccount(workspace.bindings().all(), at)
                .<Either<ChargeRefusal, Destination>>map(account -> Either.right(new Destination.Unsettled(account)))
                .getOrElse(() -> Either.left(new ChargeRefusal.NeverBound(workspace.id())));
    }

    /** The one that paid last before the instant: nobody is active before the first payer. */
    private static Option<CloudAccountId> lastCloudAccount(List<Binding> bindings, Instant at) {
        return Option.ofOptional(bindings.stream()
                        .filter(binding -> !binding.from().isAfter(at))
                        .flatMap(binding -> binding.method().cloud().toJavaStream())
                        .reduce((earlier, later) -> later))
                .map(ThroughCloudAccount::account);
    }

    private static List<Instant> cuts(UsagePeriod period, List<Binding> bindings) {
        Set<Instant> cuts = new TreeSet<>();
        for (Binding binding : bindings) {
            Option.some(binding.from()).filter(period::isCutAt).forEach(cuts::add);
            binding.until().filter(period::isCutAt).forEach(cuts::add);
        }
        return List.copyOf(cuts);
    }
}
