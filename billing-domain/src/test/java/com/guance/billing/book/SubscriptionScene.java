package com.guance.billing.book;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.subscription.SubscriptionStatus;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A subscription at some time of its life.
 *
 * @param ending what an end means
 * @param now when
 * @param subscription as it is now
 * @param history all its events
 * @param known how many of them happened before the last command
 */
record SubscriptionScene(
        EndPolicy ending, Instant now, Subscription subscription, List<SubscriptionEvent> history, int known) {

    private static final Duration STEP = Duration.ofMinutes(1);

    static SubscriptionScene born(EndPolicy ending, Instant at, Change<Subscription> birth) {
        return new SubscriptionScene(ending, at, birth.after(), events(birth), 0);
    }

    /** A new life is another subscription, with a history of its own. */
    SubscriptionScene hears(Sign.Kind kind) {
        Instant then = now.plus(STEP);
        Sign sign = new Sign(kind, then);
        Request by = World.byMarketplace(then);
        return subscription.isFollowedBy(sign)
                ? born(ending, then, subscription.nextLife(sign, ending, by))
                : at(then, subscription.hear(sign, ending, by).getOrElse(() -> Change.none(subscription)));
    }

    SubscriptionScene passes() {
        Instant then = subscription.dueAt().getOrElse(now);
        Change<Subscription> passed = subscription.advance(then);
        return at(then, passed.then(passed.after().confirmSuspicion(World.byClock(then))));
    }

    SubscriptionScene then(Change<Subscription> change) {
        return at(now, change);
    }

    Request by() {
        return World.byMarketplace(now);
    }

    Stream<Move<SubscriptionStatus>> moves() {
        return Move.of(history, known, told -> Subscription.replay(told).status());
    }

    private SubscriptionScene at(Instant then, Change<Subscription> change) {
        return new SubscriptionScene(
                ending,
                then,
                change.after(),
                Stream.concat(history.stream(), events(change).stream()).toList(),
                history.size());
    }

    private static List<SubscriptionEvent> events(Change<Subscription> change) {
        return change.events().stream().map(SubscriptionEvent.class::cast).toList();
    }
}
