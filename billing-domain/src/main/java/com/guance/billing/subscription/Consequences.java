package com.guance.billing.subscription;

import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.EndMoment;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionConfirmed;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** What a newer sign brings: the status is the newest sign's, whatever came before, so that any order ends alike (INV-5). */
record Consequences(Subscription subscription, Sign sign, EndPolicy policy, Request by) {

    List<SubscriptionEvent> events() {
        SubscriptionId id = subscription.id();
        SubscriptionEvent confirmed = new SubscriptionConfirmed(id, sign, by);
        SubscriptionEvent ended = new SubscriptionEnded(id, sign, by);
        return switch (sign.kind()) {
            case NOT_ACTIVATED -> List.of(confirmed);
            case ACTIVATED -> List.of(subscription.isAlive() ? confirmed : new SubscriptionActivated(id, sign, by));
            case DEPROVISIONED ->
                List.of(isEnding() || subscription.isOver() ? confirmed : ending(Option.some(undecided())));
            case ENDING -> List.of(isEnding() ? confirmed : ending(atFirstSign()));
            case SUPERSEDED, CANCELLED ->
                List.of(subscription.endHeard().isDefined() ? confirmed : ending(Option.some(decided())));
            case ENDED ->
                subscription.endHeard().isEmpty()
                        ? List.of(ending(Option.some(decided())), ended)
                        : List.of(subscription.isOver() ? confirmed : ended);
        };
    }

    private boolean isEnding() {
        return subscription.status() == SubscriptionStatus.ENDING;
    }

    private SubscriptionEvent ending(Option<End> end) {
        return new SubscriptionEnding(subscription.id(), sign, end, by);
    }

    private Option<End> atFirstSign() {
        return Option.when(policy.moment() == EndMoment.FIRST_SIGN, this::decided);
    }

    private End decided() {
        return End.decided(
                freeze(),
                sign.kind() == Sign.Kind.SUPERSEDED || subscription.successor().isDefined());
    }

    private End undecided() {
        return End.undecided(freeze(), by.at().plus(policy.waits().status()));
    }

    /** The freeze does not move once it is known: charges were taken by it. */
    private Instant freeze() {
        return subscription.freeze().getOrElse(sign.effective(by.at()));
    }
}
