package com.guance.billing.subscription;

import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionActivated;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionConfirmed;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnded;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import java.util.List;

/** What a newer sign brings: the status is the newest sign's, whatever came before, so that any order ends alike (INV-5). */
final class Consequences {

    private Consequences() {}

    static List<SubscriptionEvent> of(Subscription subscription, Sign sign, Request by) {
        SubscriptionId id = subscription.id();
        SubscriptionEvent confirmed = new SubscriptionConfirmed(id, sign, by);
        SubscriptionEvent ended = new SubscriptionEnded(id, sign, by);
        return switch (sign.kind()) {
            case NOT_ACTIVATED -> List.of(confirmed);
            case ACTIVATED -> List.of(subscription.isAlive() ? confirmed : new SubscriptionActivated(id, sign, by));
            case ENDING ->
                List.of(
                        subscription.status() == SubscriptionStatus.ENDING
                                ? confirmed
                                : ending(subscription, sign, by));
            case ENDED ->
                subscription.freeze().isEmpty()
                        ? List.of(ending(subscription, sign, by), ended)
                        : List.of(subscription.isOver() ? confirmed : ended);
        };
    }

    /** The freeze does not move once it is known: charges were taken by it. */
    private static SubscriptionEnding ending(Subscription subscription, Sign sign, Request by) {
        return new SubscriptionEnding(
                subscription.id(), sign, subscription.freeze().getOrElse(sign.effective(by.at())), by);
    }
}
