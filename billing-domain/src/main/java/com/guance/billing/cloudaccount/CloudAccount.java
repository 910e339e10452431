package com.guance.billing.cloudaccount;

import com.guance.billing.BillingCenterAccount;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRecorded;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRegistered;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerClosed;
import com.guance.billing.cloudaccount.CloudAccountEvent.PayerOpened;
import com.guance.billing.cloudaccount.CloudAccountEvent.RegistrationForgotten;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Subscription;
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

    /** Its active subscriptions, the one that pays by default first (SET-12). */
    public abstract List<Payer> payers();

    /** Until when a registration outlives the last subscription; none while one is active, or what ended is forgotten. */
    public abstract Option<Instant> rememberedUntil();

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
        return new Change<>(born(recorded), List.of(recorded));
    }

    /**
     * Registers it under a Billing Center account (ARR-3). Claiming what is registered there already changes nothing.
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
     * Follows what became of a subscription of its: opened while that is active, closed when it is not.
     *
     * @param subscription the subscription, after the change
     * @param countdown LOCK-2, from lock to full lock: so long a last subscription is remembered (END-7)
     * @param by who told of the change, and when it reached us
     * @return the change; none if it was so already
     */
    public Change<CloudAccount> follow(Subscription subscription, Duration countdown, Request by) {
        return Payer.of(subscription)
                .map(payer -> opened(payer, by))
                .getOrElse(() -> closed(subscription.id(), by.at().plus(countdown), by));
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
        List<CloudAccountEvent> events = new ArrayList<>();
        holder().filter(held -> registeredUnder(by.at()).isEmpty())
                .forEach(held -> events.add(new RegistrationForgotten(id(), held, by)));
        events.add(new PayerOpened(id(), payer, by));
        return becomes(events);
    }

    /**
     * A subscription of its ended: nothing can be bound to it from now on (END-4).
     *
     * @param subscription which
     * @param rememberedUntil when the last countdown that this end starts is over (END-7)
     * @param by the marketplace
     * @return the change; none if it was not open
     */
    public Change<CloudAccount> closed(SubscriptionId subscription, Instant rememberedUntil, Request by) {
        return pays(subscription)
                ? becomes(List.of(new PayerClosed(id(), subscription, rememberedUntil, by)))
                : Change.none(this);
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

    /** Whether it is offered for binding: registered, with an active subscription (END-7). 已登记云账号 */
    public boolean isOnFile() {
        return holder().isDefined() && !payers().isEmpty();
    }

    /** The subscription that pays for a new binding, unless another is asked for (SET-12). */
    public Option<Payer> payer() {
        return Option.ofOptional(payers().stream().findFirst());
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
        return Change.of(born(recorded), CloudAccount::when, history.subList(1, history.size()))
                .after();
    }

    private boolean pays(SubscriptionId subscription) {
        return new Payers(payers()).include(subscription);
    }

    private Change<CloudAccount> becomes(List<? extends CloudAccountEvent> events) {
        return Change.of(this, CloudAccount::when, events);
    }

    private static CloudAccount born(CloudAccountRecorded recorded) {
        return ImmutableCloudAccount.builder()
                .id(recorded.account())
                .cloud(recorded.cloud())
                .currency(recorded.currency())
                .holder(Option.none())
                .rememberedUntil(Option.none())
                .build();
    }

    private ImmutableCloudAccount self() {
        return (ImmutableCloudAccount) this;
    }

    private CloudAccount when(CloudAccountEvent event) {
        return event.fold(
                recorded -> this,
                registered -> self().withHolder(Option.some(registered.under()))
                        .withRememberedUntil(rememberedUntil().filter(registered.at()::isBefore)),
                forgotten -> self().withHolder(Option.none()).withRememberedUntil(Option.none()),
                opened -> self().withPayers(new Payers(payers()).with(opened.payer()))
                        .withRememberedUntil(Option.none()),
                closed -> without(closed.subscription(), closed.rememberedUntil()));
    }

    private CloudAccount without(SubscriptionId closed, Instant until) {
        List<Payer> left = new Payers(payers()).without(closed);
        return self().withPayers(left).withRememberedUntil(left.isEmpty() ? Option.some(until) : Option.none());
    }
}
