package com.guance.billing.cloudaccount;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.cloudaccount.CloudAccountEvent.ChargesUnsettled;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRecorded;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRegistered;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerClosed;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerExpected;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerOpened;
import com.guance.billing.cloudaccount.CloudAccountEvent.RegistrationForgotten;
import com.guance.billing.cloudaccount.CloudAccountEvent.RegistrationKept;
import com.guance.billing.policy.Policies;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionStatus;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import org.immutables.value.Value;

/**
 * An account at a cloud vendor that pays for workspaces. 云账号
 *
 * <p>Recorded when its buyer first lands; registered when a Billing Center account claims it; able to pay while a subscription of
 * its is active; off file, but remembered until the last countdown is over, once the last one ends (END-7). Binding asks and
 * touches this aggregate, and an end closes it first, so that no binding slips past an end (END-4).
 */
@BillingStyle
@Value.Immutable
public abstract sealed class CloudAccount permits ImmutableCloudAccount {

    /** Its identity. */
    public abstract CloudAccountId id();

    /** The vendor it is an account of. */
    public abstract Cloud cloud();

    /** What its marketplace bills in. */
    public abstract Currency currency();

    /** The Billing Center account that last registered it; ask {@link #registeredUnder} whether that still stands. */
    public abstract Option<BillingCenterAccountId> holder();

    /** Since when the holder has had it registered without a break; what was bound before is not restored (END-6, END-7). */
    public abstract Option<Instant> registeredSince();

    /** Its active subscriptions, the one that pays by default first (SET-12). */
    public abstract List<Payer> payers();

    /** Its pending subscriptions, and the next life of one that ends, whose buyer has landed again: a change may wait for them (ARR-6). */
    public abstract List<SubscriptionId> expected();

    /**
     * Its subscriptions that ended before they were active, the last of each customer: an end withdraws nothing, so that changes may
     * wait for these customers still (SET-13).
     */
    public abstract List<SubscriptionId> overtaken();

    /** Its subscriptions that end, may settle what is bound to them until then, and take nothing new (END-3). */
    public abstract List<SubscriptionId> settling();

    /** When the last countdown is over that the end of any subscription of its has started; none if a claim was made since. */
    public abstract Option<Instant> lastCountdown();

    /** Until when it is remembered after the last landing of a pending subscription (END-7); none if there was no such landing. */
    public abstract Option<Instant> keptUntil();

    /** Until when changes may wait for it (END-7, SET-13); none if none was asked for since it was registered. */
    public abstract Option<Instant> awaitedUntil();

    /**
     * A buyer of this account landed for the first time.
     *
     * @param id the account
     * @param cloud its vendor
     * @param currency what its marketplace bills in
     * @param by who says so
     * @return the account, not registered yet
     */
    public static Change<CloudAccount> recorded(CloudAccountId id, Cloud cloud, Currency currency, Request by) {
        CloudAccountRecorded recorded = new CloudAccountRecorded(id, cloud, currency, by);
        return new Change<>(CloudAccountFold.born(recorded), List.of(recorded));
    }

    /**
     * Registers it under a Billing Center account (ARR-3). Claiming what is registered there already changes nothing: it is the landing
     * before that keeps a registration which is only remembered (END-7).
     *
     * @param claimant who claims it
     * @param by who asks
     * @return the change; left: <em>RegisteredElsewhere</em> or <em>CurrencyMismatch</em>
     */
    public Either<ClaimRefusal, Change<CloudAccount>> claimedBy(BillingCenterAccount claimant, Request by) {
        Option<BillingCenterAccountId> standing = registeredUnder(by.at());
        Option<BillingCenterAccountId> other = standing.filter(Predicate.not(claimant.id()::equals));
        if (other.isDefined()) {
            return Either.left(new ClaimRefusal.RegisteredElsewhere(id(), other.get()));
        }
        if (!currency().equals(claimant.currency())) {
            return Either.left(new ClaimRefusal.CurrencyMismatch(currency(), claimant.currency()));
        }
        return Either.right(
                standing.isDefined()
                        ? Change.none(this)
                        : becomes(List.of(new CloudAccountRegistered(id(), claimant.id(), by))));
    }

    /**
     * Gives the registration up before the last countdown is over, so that another Billing Center account may claim it (END-7). What
     * the end of its subscriptions locked is not restored any more (END-6).
     *
     * @param by who asks: the holder, or staff
     * @return the change; left: <em>NotForThisActor</em>, <em>NotRegistered</em> or <em>StillPays</em>
     */
    public Either<ReleaseRefusal, Change<CloudAccount>> released(Request by) {
        Option<BillingCenterAccountId> standing = registeredUnder(by.at());
        boolean may = by.by() instanceof Actor.Staff
                || standing.exists(holder -> by.by().equals(new Actor.Holder(holder)));
        if (!may) {
            return Either.left(new ReleaseRefusal.NotForThisActor(by.by()));
        }
        if (standing.isEmpty()) {
            return Either.left(new ReleaseRefusal.NotRegistered(id()));
        }
        return payers().isEmpty()
                ? Either.right(becomes(List.of(new RegistrationForgotten(id(), standing.get(), by))))
                : Either.left(new ReleaseRefusal.StillPays(payers()));
    }

    /**
     * Follows what became of a subscription of its: expected while that is pending, opened while it is active, closed when it is not.
     *
     * @param subscription the subscription, after the change
     * @param policies END and LOCK, how long a last subscription is remembered (END-7)
     * @param by who told of the change, and when it reached us
     * @return the change; none if it was so already
     */
    public Change<CloudAccount> follow(Subscription subscription, Policies policies, Request by) {
        return switch (subscription.status()) {
            case PENDING -> expecting(subscription.id(), by);
            case ACTIVE -> returned(subscription, by);
            case ENDING, ENDED ->
                closed(
                        subscription.id(),
                        Option.when(
                                subscription.end().isDefined() || !hasPaid(subscription.id()),
                                () -> remembered(subscription, policies, by.at())),
                        by);
        };
    }

    /**
     * Follows a subscription whose buyer has just landed. Landing while an end is on its way says that the buyer has subscribed again:
     * the next life is expected, until it begins or this one returns (ARR-6, END-6). A license has no next life: who subscribes again
     * lands with another.
     *
     * @param subscription what the marketplace has told of it so far
     * @param policies END and LOCK, how long a last subscription is remembered (END-7)
     * @param by the marketplace, and when the buyer landed
     * @return the change; none if it was so already
     */
    public Change<CloudAccount> landed(Subscription subscription, Policies policies, Request by) {
        Change<CloudAccount> followed = follow(subscription, policies, by);
        boolean mayReturn = subscription.status() == SubscriptionStatus.ENDING
                && !(subscription.customer() instanceof MarketplaceCustomer.Licensed);
        if (mayReturn) {
            return followed.then(followed.after().expecting(subscription.nextLifeId(), by));
        }
        return subscription.status() == SubscriptionStatus.PENDING
                ? followed.then(followed.after().keptByLanding(policies, by))
                : followed;
    }

    /** A landing keeps a registration that stands, and revives none that is over: the buyer may land for somebody else (END-7). */
    private Change<CloudAccount> keptByLanding(Policies policies, Request by) {
        List<CloudAccountEvent> events = new ArrayList<>(forgotten(by));
        events.add(new RegistrationKept(
                id(), KeptFor.LANDING, by.at().plus(policies.arriving().landingLife()), by));
        return becomes(events);
    }

    /**
     * The holder has claimed it after the buyer landed while an end is on its way: what is expected then keeps the registration as the
     * landing of a pending subscription does (END-7).
     *
     * @param policies ARR, how long that is, and how long ago the landing may be
     * @param by who claimed it
     * @return the change; none if a landing keeps it as long, a subscription pays, or none is expected
     */
    public Change<CloudAccount> keptByClaim(Policies policies, Request by) {
        Instant until = by.at().plus(policies.arriving().landingLife());
        Instant byLanding = until.minus(policies.arriving().claimLife());
        boolean pays = !payers().isEmpty() || !settling().isEmpty();
        return pays || expected().isEmpty() || keptUntil().exists(known -> !known.isBefore(byLanding))
                ? Change.none(this)
                : becomes(List.of(new RegistrationKept(id(), KeptFor.LANDING, until, by)));
    }

    /** What END-7 no longer remembers. */
    private List<CloudAccountEvent> forgotten(Request by) {
        return holder().filter(held -> registeredUnder(by.at()).isEmpty())
                .<CloudAccountEvent>map(held -> new RegistrationForgotten(id(), held, by))
                .toJavaList();
    }

    /**
     * A change waits for it: the registration is remembered meanwhile (END-7, SET-13).
     *
     * @param until when that change lapses
     * @param by who asked for it
     * @return the change; none if others wait as long
     */
    public Change<CloudAccount> awaited(Instant until, Request by) {
        return awaitedUntil().exists(known -> !until.isAfter(known))
                ? Change.none(this)
                : becomes(List.of(new RegistrationKept(id(), KeptFor.CHANGE, until, by)));
    }

    /**
     * No change waits for it any more: a registration that nothing else keeps is forgotten (END-7).
     *
     * @param by who found so
     * @return the change; none if something else keeps it, or nothing is registered
     */
    public Change<CloudAccount> awaitedNoMore(Request by) {
        return isAwaitedOnly(by.at())
                ? becomes(List.of(new RegistrationForgotten(id(), holder().get(), by)))
                : Change.none(this);
    }

    /** Whether nothing but changes that wait for it can keep its registration (END-7). */
    public boolean isAwaitedOnly(Instant at) {
        return registeredUnder(at).isDefined()
                && rememberedUntil().isDefined()
                && latest(lastCountdown(), keptUntil()).forAll(until -> !at.isBefore(until))
                && awaitedUntil().isDefined();
    }

    private static Option<Instant> latest(Option<Instant> one, Option<Instant> other) {
        return one.map(instant -> other.filter(instant::isBefore).getOrElse(instant))
                .orElse(other);
    }

    /** A life that returned before its end was final has no next one. */
    private Change<CloudAccount> returned(Subscription active, Request by) {
        Change<CloudAccount> opened = opened(Payer.of(active).get(), by);
        return expected().contains(active.nextLifeId())
                ? opened.then(opened.after().closed(active.nextLifeId(), Option.some(by.at()), by))
                : opened;
    }

    /** The latest instant at which a countdown that this end starts can be over. */
    private static Instant remembered(Subscription ended, Policies policies, Instant from) {
        Duration status =
                ended.undecidedUntil().isDefined() ? policies.ending().waits().status() : Duration.ZERO;
        Duration successor = ended.undecidedUntil().isDefined() || ended.isSucceeded()
                ? policies.ending().waits().successor()
                : Duration.ZERO;
        return from.plus(status).plus(successor).plus(policies.locking().countdown());
    }

    private Change<CloudAccount> expecting(SubscriptionId subscription, Request by) {
        return expected().contains(subscription)
                ? Change.none(this)
                : becomes(List.of(new PayerExpected(id(), subscription, by)));
    }

    /**
     * A subscription of its became active. What END-7 no longer remembers is forgotten first.
     *
     * @param payer the subscription
     * @param by the marketplace
     * @return the change; none if it was open
     */
    public Change<CloudAccount> opened(Payer payer, Request by) {
        if (pays(payer.subscription())) {
            return Change.none(this);
        }
        List<CloudAccountEvent> events = new ArrayList<>(forgotten(by));
        events.add(new PayerOpened(id(), payer, by));
        return becomes(events);
    }

    /**
     * A subscription of its ended, or will never begin: nothing can be bound to it from now on (END-4).
     *
     * @param subscription which
     * @param rememberedUntil when the last countdown that this end starts is over (END-7); none if its workspaces stay bound, for the
     *     policy waits for the final sign (END-3)
     * @param by the marketplace
     * @return the change; none if it was neither open nor expected, or is known to be closed
     */
    public Change<CloudAccount> closed(SubscriptionId subscription, Option<Instant> rememberedUntil, Request by) {
        boolean over = settling().contains(subscription) && rememberedUntil.isDefined();
        return pays(subscription) || expected().contains(subscription) || over
                ? becomes(List.of(new PayerClosed(id(), subscription, rememberedUntil, by)))
                : Change.none(this);
    }

    /**
     * Charges came, or were left, that can no longer be metered: the host is to tell its customer (END-8).
     *
     * @param charges how many, at least 1
     * @param by who found so
     * @return the change
     */
    public Change<CloudAccount> unsettled(int charges, Request by) {
        return becomes(List.of(new ChargesUnsettled(id(), charges, by)));
    }

    /**
     * Under which Billing Center account it is registered (ARR-3), or still remembered (END-7).
     *
     * @param at the instant asked about, not before the last change
     * @return the holder, or none if anyone may claim it
     */
    public Option<BillingCenterAccountId> registeredUnder(Instant at) {
        return holder().filter(held -> rememberedUntil().forAll(at::isBefore));
    }

    /**
     * Until when a registration outlives the last subscription, or stands before the first: until the last countdown is over, for a time
     * after a landing, and while a change may wait (END-7). None while a subscription settles, or nothing of it is known.
     */
    public Option<Instant> rememberedUntil() {
        return payers().isEmpty() && settling().isEmpty()
                ? latest(latest(lastCountdown(), keptUntil()), awaitedUntil())
                : Option.none();
    }

    /** Whether it is offered for binding: registered, with an active subscription (END-7). 已登记云账号 */
    public boolean isOnFile() {
        return holder().isDefined() && !payers().isEmpty();
    }

    /** Whether it may be chosen: registered, with an active subscription or one that changes may wait for (ARR-6). */
    public boolean isOffered() {
        return holder().isDefined() && !(payers().isEmpty() && expected().isEmpty());
    }

    /** The subscription that pays for a new binding, unless another is asked for (SET-12). */
    public Option<Payer> payer() {
        return Option.ofOptional(payers().stream().findFirst());
    }

    /** The subscription that was asked for, or else the one that pays by default; none if it is not active. */
    public Option<Payer> payer(Option<SubscriptionId> asked) {
        return Option.ofOptional(payers().stream()
                .filter(payer -> asked.forAll(payer.subscription()::equals))
                .findFirst());
    }

    /** Whether a subscription that was asked for, or any if none was, may still become active. */
    public boolean expects(Option<SubscriptionId> asked) {
        return expected().stream().anyMatch(pending -> asked.forAll(pending::equals));
    }

    /**
     * Who takes over what an ended subscription paid for (END-5): its successor, else of the same product the one activated
     * earliest.
     *
     * @param ended the subscription that ended
     * @return the taker; none if no subscription of the same product is active
     */
    public Option<Payer> takerOf(Subscription ended) {
        List<Payer> takers = payers().stream()
                .filter(payer -> payer.product().equals(ended.customer().product()))
                .filter(payer -> !payer.subscription().equals(ended.id()))
                .toList();
        return Option.ofOptional(takers.stream()
                .filter(payer ->
                        ended.successor().exists(next -> payer.agreement().contains(next)))
                .findFirst()
                .or(() -> takers.stream().findFirst()));
    }

    /**
     * The account that a history leads to.
     *
     * @param history all its events in order, the birth first
     * @return its state
     * @throws IllegalArgumentException if the history does not start with a birth
     */
    public static CloudAccount replay(List<? extends CloudAccountEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof CloudAccountRecorded recorded)) {
            throw new IllegalArgumentException("a cloud account's history starts with its being recorded");
        }
        return Change.of(CloudAccountFold.born(recorded), CloudAccountFold::when, history.subList(1, history.size()))
                .after();
    }

    private boolean pays(SubscriptionId subscription) {
        return new Payers(payers()).include(subscription);
    }

    /** Whether workspaces may be bound to it: what never began has none, whatever sign of its end is waited for (END-3). */
    boolean hasPaid(SubscriptionId subscription) {
        return pays(subscription) || settling().contains(subscription);
    }

    /** Whether this subscription ends before it was active, and no other life of its customer pays. */
    boolean isOvertakenBy(SubscriptionId ended) {
        return expected().contains(ended)
                && payers().stream().noneMatch(payer -> Subscription.areOfOneCustomer(payer.subscription(), ended));
    }

    private Change<CloudAccount> becomes(List<? extends CloudAccountEvent> events) {
        return Change.of(this, CloudAccountFold::when, events);
    }
}
