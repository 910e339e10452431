package com.guance.billing.subscription;

import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingDue;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionConfirmed;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a newer sign brings: the status is the newest sign's, whatever came before, so that any order ends alike (INV-5). */
record Consequences(Subscription subscription, Sign sign, EndPolicy policy, Request by) {

    List<SubscriptionEvent> events() {
        SubscriptionId id = subscription.id();
        SubscriptionEvent confirmed = new SubscriptionConfirmed(id, sign, by);
        SubscriptionEvent ended = new SubscriptionEnded(id, sign, by);
        return switch (sign.kind()) {
            case NOT_ACTIVATED -> List.of(confirmed);
            case ACTIVATED -> List.of(subscription.isAlive() ? confirmed : new SubscriptionActivated(id, sign, by));
            case DEPROVISIONED, STATUS_UNKNOWN ->
                isEnding() || subscription.isOver() ? List.of(confirmed) : begun(Option.some(undecided()));
            case ENDING -> isEnding() ? List.of(confirmed) : begun(atFirstSign());
            case SUPERSEDED, CANCELLED, INVALID ->
                subscription.endHeard().isDefined() ? List.of(confirmed) : begun(Option.some(decided()));
            case ENDED ->
                subscription.endHeard().isEmpty()
                        ? List.of(ending(Option.some(decided())), ended)
                        : List.of(subscription.isOver() ? confirmed : ended);
        };
    }

    private boolean isEnding() {
        return subscription.status() == SubscriptionStatus.ENDING;
    }

    /** The end has begun: the host has still time to rate the usage before it (FIN-1), unless it is known already, or too late. */
    private List<SubscriptionEvent> begun(Option<End> end) {
        Option<Instant> deadline = end.map(
                        known -> known.freeze().plus(policy.waits().rating()))
                .filter(until -> subscription.activatedAt().isDefined()
                        && subscription.freeze().isEmpty()
                        && until.isAfter(by.at()));
        return Stream.concat(
                        Stream.of(ending(end)),
                        deadline.toJavaStream()
                                .map(until -> new FinalRatingDue(
                                        subscription.id(), end.get().freeze(), until, by)))
                .toList();
    }

    private SubscriptionEvent ending(Option<End> end) {
        return new SubscriptionEnding(subscription.id(), sign, end, by);
    }

    private Option<End> atFirstSign() {
        return Option.when(policy.moment() == EndMoment.FIRST_SIGN, this::decided);
    }

    private End decided() {
        boolean isStillToBeNamed =
                sign.kind() == Sign.Kind.SUPERSEDED && subscription.successor().isEmpty();
        return End.decided(freeze(), isStillToBeNamed || subscription.mayBeSucceeded());
    }

    private End undecided() {
        return End.undecided(freeze(), by.at().plus(policy.waits().status()));
    }

    /** The freeze does not move once it is known: charges were taken by it. */
    private Instant freeze() {
        return subscription.freeze().getOrElse(sign.effective(by.at()));
    }
}
