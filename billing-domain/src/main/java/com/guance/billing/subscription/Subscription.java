package com.guance.billing.subscription;

import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.CascadeCompleted;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionSeen;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionTraced;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/**
 * The agreement between a cloud account and the marketplace's product. 订阅
 *
 * <p>Born when its customer lands or a notice names it, whichever is first; active when the marketplace says so; ending from the
 * first sign of its end, when it stops paying and its workspaces are unbound and locked; ended for ever. A customer who subscribes
 * again before that returns to this life (END-6), afterwards begins the next. An end for a customer never seen leaves an ended
 * subscription behind, which an older activation does not revive (NOT-2).
 */
@BillingStyle
@Value.Immutable
public abstract sealed class Subscription permits ImmutableSubscription {

    /** Its identity. */
    public abstract SubscriptionId id();

    /** Whose it is, in the marketplace's terms. */
    public abstract MarketplaceCustomer customer();

    /** 1 for the customer's first subscription to the product, then 2, 3 … */
    public abstract int life();

    /** How far its life has come. */
    public abstract SubscriptionStatus status();

    /** The account that subscribed; none until its buyer lands. */
    public abstract Option<CloudAccountId> cloudAccount();

    /** The own time of its first activation, or its receipt if that was earlier; fixed for ever (MET-3). */
    public abstract Option<Instant> activatedAt();

    /** F: since when it pays for nothing; none while it has no end. */
    public abstract Option<Instant> freeze();

    /** Who told of its end, and when that reached us: from then on locks and countdowns run (NOT-6). */
    public abstract Option<Request> endHeard();

    /** The newest sign that was applied; a failure to subscribe never is, for it says nothing against another sign. */
    public abstract Option<Sign> newest();

    /** Whether workspaces may still be bound to it although it has ended (END-4). */
    public abstract boolean cascadeOpen();

    /**
     * Hears of a subscription for the first time.
     *
     * @param customer whose it is
     * @param life which of the customer's lives, from 1
     * @param by who says so
     * @return the subscription, pending
     */
    public static Change<Subscription> seen(MarketplaceCustomer customer, int life, Request by) {
        SubscriptionId id = new SubscriptionId(customer.key() + "#" + life);
        SubscriptionSeen seen = new SubscriptionSeen(id, customer, life, by);
        return new Change<>(born(seen), List.of(seen));
    }

    /**
     * Learns which account subscribed.
     *
     * @param account the account that landed
     * @param by who says so
     * @return the change; none if it was known
     */
    public Change<Subscription> tracedTo(CloudAccountId account, Request by) {
        return cloudAccount().contains(account)
                ? Change.none(this)
                : becomes(List.of(new SubscriptionTraced(id(), account, by)));
    }

    /**
     * Takes a sign from the marketplace. An end is never refused (END-1), only stale. An activation after the final end belongs to
     * the next life: ask {@link #isFollowedBy} first.
     *
     * @param sign what it says
     * @param by the marketplace, at the receipt
     * @return the change; left: the sign is not newer than what was applied (NOT-3)
     */
    public Either<StaleSign, Change<Subscription>> hear(Sign sign, Request by) {
        return newest().filter(applied -> sign.compareTo(applied) <= 0)
                .map(applied -> new StaleSign(sign, applied))
                .<Either<StaleSign, Change<Subscription>>>map(Either::left)
                .getOrElse(() -> Either.right(becomes(Consequences.of(this, sign, by))));
    }

    /**
     * Whether a sign begins the customer's next life: this one is over, and the customer has subscribed again since.
     *
     * @param sign what the marketplace says
     * @return whether {@link #nextLife} is to take it
     */
    public boolean isFollowedBy(Sign sign) {
        boolean ofALivingOne = sign.kind() == Kind.ACTIVATED || sign.kind() == Kind.ENDING;
        return isOver() && ofALivingOne && newest().forAll(last -> sign.compareTo(last) > 0);
    }

    /**
     * The customer's next life, of the same cloud account.
     *
     * @param sign the first sign of it
     * @param by the marketplace, at the receipt
     * @return the new subscription, as the sign says
     */
    public Change<Subscription> nextLife(Sign sign, Request by) {
        Change<Subscription> seen = seen(customer(), life() + 1, by);
        Change<Subscription> traced = cloudAccount()
                .map(account -> seen.then(seen.after().tracedTo(account, by)))
                .getOrElse(seen);
        return traced.then(traced.after().becomes(Consequences.of(traced.after(), sign, by)));
    }

    /** Whether it may pay: active (SET-4). */
    public boolean isAlive() {
        return status() == SubscriptionStatus.ACTIVE;
    }

    /** Whether usage before its freeze may still be metered: active or ending (SET-4). */
    public boolean isMeterable() {
        return isAlive() || status() == SubscriptionStatus.ENDING;
    }

    /** Whether its life is over, so that another activation begins the next. */
    public boolean isOver() {
        return status() == SubscriptionStatus.ENDED;
    }

    /**
     * Notes that no workspace is bound to it any more (END-4).
     *
     * @param by who found so
     * @return the change; none if nothing was open
     */
    public Change<Subscription> cascadeCompleted(Request by) {
        return cascadeOpen() ? becomes(List.of(new CascadeCompleted(id(), by))) : Change.none(this);
    }

    /**
     * The subscription that a history leads to.
     *
     * @param history all its events in order, the birth first
     * @return its state
     * @throws IllegalArgumentException if the history does not start with a birth
     */
    public static Subscription replay(List<? extends SubscriptionEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof SubscriptionSeen seen)) {
            throw new IllegalArgumentException("a subscription's history starts with its being seen");
        }
        return Change.of(born(seen), Subscription::when, history.subList(1, history.size()))
                .after();
    }

    private Change<Subscription> becomes(List<? extends SubscriptionEvent> events) {
        return Change.of(this, Subscription::when, events);
    }

    private static Subscription born(SubscriptionSeen seen) {
        return ImmutableSubscription.builder()
                .id(seen.subscription())
                .customer(seen.customer())
                .life(seen.life())
                .status(SubscriptionStatus.PENDING)
                .cloudAccount(Option.none())
                .activatedAt(Option.none())
                .freeze(Option.none())
                .endHeard(Option.none())
                .newest(Option.none())
                .cascadeOpen(false)
                .build();
    }

    private ImmutableSubscription self() {
        return (ImmutableSubscription) this;
    }

    private Subscription when(SubscriptionEvent event) {
        return event.fold(
                seen -> this,
                traced -> self().withCloudAccount(Option.some(traced.account())),
                activated -> self().withStatus(SubscriptionStatus.ACTIVE)
                        .withActivatedAt(activatedAt()
                                .orElse(Option.some(activated.sign().effective(activated.at()))))
                        .withFreeze(Option.none())
                        .withEndHeard(Option.none())
                        .withCascadeOpen(false)
                        .withNewest(Option.some(activated.sign())),
                confirmed -> confirmed.sign().kind() == Kind.NOT_ACTIVATED
                        ? this
                        : self().withNewest(Option.some(confirmed.sign())),
                ending -> self().withStatus(SubscriptionStatus.ENDING)
                        .withFreeze(Option.some(ending.freeze()))
                        .withEndHeard(endHeard().orElse(Option.some(ending.request())))
                        .withCascadeOpen(true)
                        .withNewest(Option.some(ending.sign())),
                ended -> self().withStatus(SubscriptionStatus.ENDED).withNewest(Option.some(ended.sign())),
                completed -> self().withCascadeOpen(false));
    }
}
