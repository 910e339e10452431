package com.guance.billing.subscription;

import com.guance.billing.AgreementId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import io.vavr.control.Option;
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
     * nothing moves; or the life before was over, and nothing older than its end counts.
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param request who and when
     */
    record SubscriptionConfirmed(SubscriptionId subscription, Sign sign, Request request)
            implements SubscriptionEvent {}

    /**
     * Its end has begun, or is final already: from the freeze on it pays for nothing (END-3). Comes again when it is decided what an
     * undecided end means.
     *
     * @param subscription the subscription
     * @param sign what the marketplace said
     * @param end what is known of the end; none if the policy waits for a final sign
     * @param request who and when
     */
    record SubscriptionEnding(SubscriptionId subscription, Sign sign, Option<End> end, Request request)
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
     * The agreement that it comes from is known.
     *
     * @param subscription the subscription
     * @param agreement the agreement
     * @param request who and when
     */
    record AgreementKnown(SubscriptionId subscription, AgreementId agreement, Request request)
            implements SubscriptionEvent {}

    /**
     * Another agreement is to follow it, so that its workspaces await that one instead of being locked (END-5).
     *
     * @param subscription the subscription
     * @param successor the agreement that renews or replaces its own
     * @param request who and when
     */
    record SuccessorNamed(SubscriptionId subscription, AgreementId successor, Request request)
            implements SubscriptionEvent {}

    /**
     * Every workspace that its change concerned was reached: those it paid for by its end (END-4), those that waited for it or
     * were locked for want of it by its activation (ARR-6, END-6).
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
            Function<AgreementKnown, R> known,
            Function<SuccessorNamed, R> named,
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
        } else if (this instanceof AgreementKnown e) {
            return known.apply(e);
        } else if (this instanceof SuccessorNamed e) {
            return named.apply(e);
        }
        return completed.apply((CascadeCompleted) this);
    }
}
