package com.guance.billing.subscription;

import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import java.time.Instant;
import java.util.function.Function;

/** What happens to a subscription. */
public sealed interface SubscriptionEvent extends DomainEvent {

    /** The subscription it happened to. */
    SubscriptionId subscription();

    @Override
    default String subject() {
        return subscription().value();
    }

    /**
     * First heard of, by an arrival or by a notice.
     *
     * @param subscription the subscription
     * @param customer whose it is
     * @param life 1 for the customer's first subscription to the product, then 2, 3 …
     * @param request who and when
     */
    record SubscriptionSeen(SubscriptionId subscription, MarketplaceCustomer customer, int life, Request request)
            implements SubscriptionEvent {}

    /**
     * Its cloud account is known.
     *
     * @param subscription the subscription
     * @param account the account that subscribed
     * @param request who and when
     */
    record SubscriptionTraced(SubscriptionId subscription, CloudAccountId account, Request request)
            implements SubscriptionEvent {}

    /**
     * A mail of the vendor: the subscription is active, for the first time or again before its end was final (END-6).
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param request who and when
     */
    record SubscriptionActivated(SubscriptionId subscription, Sign sign, Request request)
            implements SubscriptionEvent {}

    /**
     * The marketplace said again what we knew, and only the time of the newest sign moves (NOT-3); or that subscribing failed, and
     * nothing moves.
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param request who and when
     */
    record SubscriptionConfirmed(SubscriptionId subscription, Sign sign, Request request)
            implements SubscriptionEvent {}

    /**
     * Its end has begun, or is final already: from the freeze on it pays for nothing (END-3).
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param freeze F, the sign's own time, or its receipt where the marketplace's clock runs ahead
     * @param request who and when
     */
    record SubscriptionEnding(SubscriptionId subscription, Sign sign, Instant freeze, Request request)
            implements SubscriptionEvent {}

    /**
     * Its end is final.
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param request who and when
     */
    record SubscriptionEnded(SubscriptionId subscription, Sign sign, Request request) implements SubscriptionEvent {}

    /**
     * Every workspace that it paid for has lost its association and is locked (END-4).
     *
     * @param subscription the subscription
     * @param request who and when
     */
    record CascadeCompleted(SubscriptionId subscription, Request request) implements SubscriptionEvent {}

    /** The case that this event is. */
    default <R> R fold(
            Function<SubscriptionSeen, R> seen,
            Function<SubscriptionTraced, R> traced,
            Function<SubscriptionActivated, R> activated,
            Function<SubscriptionConfirmed, R> confirmed,
            Function<SubscriptionEnding, R> ending,
            Function<SubscriptionEnded, R> ended,
            Function<CascadeCompleted, R> completed) {
        if (this instanceof SubscriptionSeen e) {
            return seen.apply(e);
        } else if (this instanceof SubscriptionTraced e) {
            return traced.apply(e);
        } else if (this instanceof SubscriptionActivated e) {
            return activated.apply(e);
        } else if (this instanceof SubscriptionConfirmed e) {
            return confirmed.apply(e);
        } else if (this instanceof SubscriptionEnding e) {
            return ending.apply(e);
        } else if (this instanceof SubscriptionEnded e) {
            return ended.apply(e);
        }
        return completed.apply((CascadeCompleted) this);
    }
}
