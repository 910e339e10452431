package com.guance.billing.book;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.subscription.End;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NamedSuccessor;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The lives of a legacy and of a licensed customer's subscription. */
final class SubscriptionLives {

    private static final int DEEPEST = 8;
    private static final SubmittingPolicy.Suspicion SUSPICION =
            World.POLICIES.submitting().suspicion();

    private SubscriptionLives() {}

    static void explore(Consumer<SubscriptionScene> told) {
        explore(World.CUSTOMER, Some.LEGACY, told);
        explore(new MarketplaceCustomer.Licensed(World.PRODUCT, "111122223333", "l-1"), Some.LICENSED, told);
    }

    private static void explore(MarketplaceCustomer customer, List<Sign.Kind> kinds, Consumer<SubscriptionScene> told) {
        Change<Subscription> birth = Subscription.seen(customer, 1, World.byMarketplace(World.START));
        List<SubscriptionScene> births = Stream.of(World.ENDING, World.ENDING.withMoment(EndMoment.FINAL_SIGN))
                .map(ending -> SubscriptionScene.born(ending, World.START, birth))
                .toList();
        new Exploration<>(commands(kinds), SubscriptionLives::alike, DEEPEST).from(births, told);
    }

    private static List<UnaryOperator<SubscriptionScene>> commands(List<Sign.Kind> kinds) {
        Stream<UnaryOperator<SubscriptionScene>> signs = kinds.stream().map(kind -> scene -> scene.hears(kind));
        Stream<UnaryOperator<SubscriptionScene>> others = Stream.of(
                SubscriptionScene::passes,
                scene -> scene.then(scene.subscription().tracedTo(World.ACCOUNT, scene.by())),
                scene -> scene.then(scene.subscription().comesFrom(new AgreementId("agmt-1"), scene.by())),
                scene -> scene.then(scene.subscription()
                        .succeededBy(new NamedSuccessor(new AgreementId("agmt-2"), false), scene.by())),
                scene -> scene.then(scene.subscription().cascadeCompleted(scene.by())),
                scene -> scene.then(scene.subscription().finalRatingCompleted(scene.by())),
                scene -> scene.then(scene.subscription().finalHourClosed(1, scene.by())),
                scene -> scene.then(scene.subscription().notSubscribed(Duration.ofHours(24), SUSPICION, scene.by())),
                scene -> scene.then(scene.subscription().probed(SUSPICION, scene.by())),
                scene -> scene.then(scene.subscription().metered(scene.by())),
                scene -> scene.then(scene.subscription().overrun(scene.by())));
        return Stream.concat(signs, others).toList();
    }

    /** Alike: the same can still happen to them. */
    private static Object alike(SubscriptionScene scene) {
        Subscription subscription = scene.subscription();
        return List.of(
                scene.ending().moment(),
                subscription.status(),
                subscription.cloudAccount(),
                subscription.agreement(),
                subscription.successor(),
                subscription.newest().map(Sign::kind),
                subscription.end().map(End::undecidedUntil).map(until -> until.isDefined()),
                subscription.endHeard().isDefined(),
                subscription.cascadeOpen(),
                subscription.suspicion().isDefined(),
                subscription.overrunTold(),
                subscription.finalHourDue().map(due -> due.isAfter(scene.now())));
    }
}
