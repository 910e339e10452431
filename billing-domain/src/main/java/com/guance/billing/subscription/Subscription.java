package com.guance.billing.subscription;

import com.guance.billing.Actor;
import com.guance.billing.AgreementId;
import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.policy.EndPolicy;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionEvent.AgreementKnown;
import com.guance.billing.subscription.SubscriptionEvent.CascadeCompleted;
import com.guance.billing.subscription.SubscriptionEvent.EndDenied;
import com.guance.billing.subscription.SubscriptionEvent.EndProbed;
import com.guance.billing.subscription.SubscriptionEvent.EndSuspected;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourClosed;
import com.guance.billing.subscription.SubscriptionEvent.FinalHourOverrun;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingCompleted;
import com.guance.billing.subscription.SubscriptionEvent.NamesAnswered;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionEnding;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionSeen;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionTraced;
import com.guance.billing.subscription.SubscriptionEvent.SuccessorEnded;
import com.guance.billing.subscription.SubscriptionEvent.SuccessorNamed;
import com.guance.billing.subscription.SubscriptionEvent.SuspicionCleared;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private static final Duration LESS_THAN_AN_HOUR = Duration.ofHours(1).minusNanos(1);

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

    /** The own time of its first activation, or its receipt if that was earlier; it pays from then on (NOT-6). */
    public abstract Option<Instant> activatedAt();

    /**
     * The own time of its first activation; its records are dated from then on, and fixed for ever, for the marketplace takes none
     * from before (MET-3). Up to minutes later than {@link #activatedAt} where the marketplace's clock runs ahead (NOT-6).
     */
    public abstract Option<Instant> recordsFrom();

    /** Since when it pays, by the own time of the sign that made it active the last time. */
    public abstract Option<Instant> payingSince();

    /** Who told that its account has it active, and when that reached us: those who wait for it are served from then on. */
    public abstract Option<Request> activeHeard();

    /** What is known of its end; none while it has none. */
    public abstract Option<End> end();

    /** Who told of its end, and when that reached us: from then on locks and countdowns run (NOT-6). None while undecided. */
    public abstract Option<Request> endHeard();

    /** When its final hour closes at the latest; none while it has no end, and when that hour is closed (FIN-1). */
    public abstract Option<Instant> finalHourDue();

    /** The agreement that it comes from, where notices tell. */
    public abstract Option<AgreementId> agreement();

    /** The agreement that renews or replaces its own, or follows that one where it has ended (END-5). */
    public abstract Option<AgreementId> successor();

    /** Whether the successor is known to have ended and nobody follows it, so that it is not awaited (END-5). */
    public abstract boolean successorEnded();

    /** Who told, and when, that the successor which its workspaces awaited has ended; none unless that happened (END-5). */
    public abstract Option<Request> notAwaitedSince();

    /** The newest sign that was applied; a failure to subscribe never is, for it says nothing against another sign. */
    public abstract Option<Sign> newest();

    /** Who told of it last, and when that reached us. */
    public abstract Request told();

    /** How often anything was said of it: a cascade that finds another number starts again. */
    public abstract int changes();

    /** Whether there may be workspaces that its last change has not reached yet (END-4). */
    public abstract boolean cascadeOpen();

    /** Since when the marketplace says that its customer is not subscribed, although it is active (SUB-5); none while it does not. */
    public abstract Option<Suspicion> suspicion();

    /** Whether a probe of a suspected end is on its way, or was never answered (SUB-5). */
    public abstract boolean isProbed();

    /** How many probes of a suspected end were answered like the first record (SUB-5). */
    public abstract int deniedProbes();

    /** That subscribing failed, until all who wait for it know; none while it is active, for it says nothing against it (ARR-8). */
    public abstract Option<Failure> failure();

    /** The last failure to subscribe, for those whom its cascade could not reach; none since it is active (ARR-8, REL-1). */
    public abstract Option<Failure> lastFailure();

    /** Since when its end is on its way, or over: the first sign, also where the final one counts (END-3); none while it has none. */
    public abstract Option<Instant> endsSince();

    /** Since when it was away before it returned the last time; none if it never returned (END-6). */
    public abstract Option<Instant> awaySince();

    /**
     * The freeze of an end that it returned from before that was decided, until its usage since is to be metered again (END-3, MET-2):
     * its workspaces were bound to it all the time.
     */
    public abstract Option<Instant> resumedFrom();

    /** The names that the marketplace gave its customer when the buyer landed; the newest of each kind (ARR-9, MET-6). */
    public abstract AnsweredNames answered();

    /** In the account form, the licenses known of its account (ARR-9); none in the other forms. */
    public abstract List<KnownLicense> licenses();

    /** Whether people were told that something of it is still owed after its final hour (FIN-2). */
    public abstract boolean overrunTold();

    /**
     * Names the first subscription of a customer: it exists if any of the customer's does.
     *
     * @param customer whose
     * @return its id
     */
    public static SubscriptionId firstOf(MarketplaceCustomer customer) {
        return Lives.id(customer, 1);
    }

    /**
     * Hears of a subscription for the first time.
     *
     * @param customer whose it is
     * @param life which of the customer's lives, from 1
     * @param by who says so
     * @return the subscription, pending
     */
    public static Change<Subscription> seen(MarketplaceCustomer customer, int life, Request by) {
        SubscriptionSeen seen = new SubscriptionSeen(Lives.id(customer, life), customer, life, by);
        return new Change<>(SubscriptionFold.born(seen), List.of(seen));
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
     * Learns from which agreement it comes.
     *
     * @param source the agreement
     * @param by who says so
     * @return the change; none if it was known
     */
    public Change<Subscription> comesFrom(AgreementId source, Request by) {
        return agreement().contains(source)
                ? Change.none(this)
                : becomes(List.of(new AgreementKnown(id(), source, by)));
    }

    /**
     * Learns which agreement follows its own (END-5). Where that is known to have ended, workspaces that await it meet the end now.
     *
     * @param next the agreement, and whether it is known to have ended
     * @param by who says so
     * @return the change; none if all of it was known
     */
    public Change<Subscription> succeededBy(NamedSuccessor next, Request by) {
        Change<Subscription> named = successor().contains(next.agreement())
                ? Change.none(this)
                : becomes(List.of(new SuccessorNamed(id(), next.agreement(), by)));
        return next.ended() && !named.after().successorEnded()
                ? named.then(named.after().becomes(List.of(new SuccessorEnded(id(), next.agreement(), by))))
                : named;
    }

    /**
     * Keeps the names that the marketplace answered (ARR-9).
     *
     * @param names as they were answered
     * @param by who says so
     * @return the change; none if they were known
     */
    public Change<Subscription> named(AnsweredNames names, Request by) {
        return names.over(answered()).equals(answered())
                ? Change.none(this)
                : becomes(List.of(new NamesAnswered(id(), names, by)));
    }

    /**
     * In the account form, takes a sign of one of the account's licenses: it is active while one of them is, and ends with the last
     * (ARR-9).
     *
     * @param license the license's own id
     * @param sign what it says
     * @param policy END, what an end means
     * @param by the marketplace, at the receipt
     * @return the change; left: the sign is not newer than what was applied of that license (NOT-3)
     */
    public Either<StaleSign, Change<Subscription>> ofLicense(String license, Sign sign, EndPolicy policy, Request by) {
        return new AccountLicenses(this).said(new KnownLicense(license, sign), policy, by);
    }

    /**
     * In the account form, whether a license's sign begins the customer's next life: this one has ended and its final hour is closed.
     *
     * @param license the license's own id
     * @param sign what it says
     * @return whether {@link #nextLife(String, Sign, EndPolicy, Request)} is to take it
     */
    public boolean isFollowedBy(String license, Sign sign) {
        return new AccountLicenses(this).follows(license, sign);
    }

    /**
     * In the account form, the customer's next life, of the same cloud account.
     *
     * @param license the license whose activation begins it
     * @param sign the activation
     * @param policy END, what an end means
     * @param by the marketplace, at the receipt
     * @return the new subscription, active
     */
    public Change<Subscription> nextLife(String license, Sign sign, EndPolicy policy, Request by) {
        return new AccountLicenses(this).nextLife(new KnownLicense(license, sign), policy, by);
    }

    /**
     * Takes a sign from the marketplace. An end is never refused (END-1), only stale. An activation after the final end belongs to
     * the next life: ask {@link #isFollowedBy} first. So does a failure to subscribe after the first sign of the end, though that became
     * final since (ARR-8).
     *
     * @param sign what it says
     * @param policy END, what an end means
     * @param by the marketplace, at the receipt
     * @return the change; left: the sign is not newer than what was applied (NOT-3)
     */
    public Either<StaleSign, Change<Subscription>> hear(Sign sign, EndPolicy policy, Request by) {
        return newest().filter(applied -> sign.compareTo(applied) <= 0 && !failsNext(sign))
                .map(applied -> new StaleSign(sign, applied))
                .<Either<StaleSign, Change<Subscription>>>map(Either::left)
                .getOrElse(() -> Either.right(becomes(new Consequences(this, sign, policy, by).events())));
    }

    private boolean failsNext(Sign sign) {
        return sign.kind() == Kind.NOT_ACTIVATED && endsSince().exists(sign.ownTime()::isAfter);
    }

    /**
     * Lets time pass: an end whose agreement's status never came means what an end means (END-3).
     *
     * @param to now
     * @return the change; none if nothing was undecided that long
     */
    public Change<Subscription> advance(Instant to) {
        return undecidedUntil()
                .filter(until -> !to.isBefore(until))
                .map(until -> becomes(List.of(new SubscriptionEnding(
                        id(), newest().get(), freeze().map(this::endedAt), new Request(new Actor.Clock(), until)))))
                .getOrElse(() -> Change.none(this));
    }

    /**
     * A suspicion that nothing cleared in its time is an end, as of the answer that raised it (SUB-5). It becomes one when a run says
     * so, which first sends its probe; never by time alone.
     *
     * @param by the run, and when
     * @return the change; none if nothing was suspected that long
     */
    public Change<Subscription> confirmSuspicion(Request by) {
        return suspicion()
                .filter(suspected -> !by.at().isBefore(suspected.endsAt()))
                .map(suspected -> becomes(List.of(new SubscriptionEnding(
                        id(), invalidSince(suspected.since()), Option.some(endedAt(suspected.since())), by))))
                .getOrElse(() -> Change.none(this));
    }

    /** When time, or a run, next brings something to it. */
    public Option<Instant> dueAt() {
        return undecidedUntil().orElse(suspicion().map(Suspicion::endsAt));
    }

    private Sign invalidSince(Instant since) {
        Instant last = newest().get().ownTime();
        return new Sign(Kind.INVALID, since.isAfter(last) ? since : last);
    }

    private End endedAt(Instant freeze) {
        return End.decided(freeze, mayBeSucceeded());
    }

    /**
     * Hears from the metering that its customer is not subscribed (SUB-5). An answer to the last probe before the time is over
     * makes way for another then.
     *
     * @param window the marketplace's
     * @param policy SUB-5, how long that may last
     * @param by the marketplace
     * @return the change; none if it is not active, or was suspected before and no probe is on its way
     */
    public Change<Subscription> notSubscribed(Duration window, SubmittingPolicy.Suspicion policy, Request by) {
        return isAlive() && suspicion().isEmpty()
                ? becomes(List.of(new EndSuspected(id(), Suspicion.of(by.at(), window, policy), by)))
                : suspicion()
                        .filter(suspected -> isProbed())
                        .map(suspected -> becomes(List.of(new EndDenied(id(), suspected.nextProbe(by.at()), by))))
                        .getOrElse(() -> Change.none(this));
    }

    /**
     * Hears from the metering that something of it was billed (SUB-5).
     *
     * @param by the marketplace
     * @return the change; none if it was not suspected
     */
    public Change<Subscription> metered(Request by) {
        return suspicion().isDefined() ? becomes(List.of(new SuspicionCleared(id(), by))) : Change.none(this);
    }

    /** Whether a record of it may be sent now: always, but while it is suspected one at a time (SUB-5). */
    public boolean maySend(Instant at) {
        return suspicion().forAll(suspected -> !at.isBefore(suspected.probeFrom()));
    }

    /**
     * One record of it is about to be sent (SUB-5).
     *
     * @param policy SUB-5, when the next may
     * @param by the clock
     * @return the change; none if it is not suspected
     */
    public Change<Subscription> probed(SubmittingPolicy.Suspicion policy, Request by) {
        return suspicion().isDefined()
                ? becomes(List.of(new EndProbed(id(), by.at().plus(policy.probe()), by)))
                : Change.none(this);
    }

    /**
     * The record that was to probe it was refused for itself, or together with others: the marketplace was not asked whether its
     * customer is subscribed, and may be at once (SUB-5, SUB-6).
     *
     * @param by the marketplace
     * @return the change; none if it is not suspected
     */
    public Change<Subscription> probedInVain(Request by) {
        return suspicion().isDefined() ? becomes(List.of(new EndProbed(id(), by.at(), by))) : Change.none(this);
    }

    /**
     * People are told that something of it is owed although its final hour is over (FIN-2).
     *
     * @param by the clock
     * @return the change; none if they were told before, or it has no end
     */
    public Change<Subscription> overrun(Request by) {
        return freeze().filter(at -> !overrunTold())
                .map(at -> becomes(List.of(new FinalHourOverrun(id(), at, by))))
                .getOrElse(() -> Change.none(this));
    }

    /**
     * Whether a sign begins the customer's next life: this one is over, and the customer has subscribed again since.
     *
     * @param sign what the marketplace says
     * @return whether {@link #nextLife} is to take it
     */
    public boolean isFollowedBy(Sign sign) {
        return Lives.isFollowed(this, sign);
    }

    /**
     * The customer's next life, of the same cloud account.
     *
     * @param sign the first sign of it
     * @param policy END, what an end means
     * @param by the marketplace, at the receipt
     * @return the new subscription, as the sign says
     */
    public Change<Subscription> nextLife(Sign sign, EndPolicy policy, Request by) {
        return Lives.begun(this, sign, policy, by);
    }

    /**
     * The customer landed again after this life was over: the next one is expected, and nothing older than the end of this one
     * activates it (ARR-6, NOT-2).
     *
     * @param by who says so
     * @return the next life, pending
     */
    public Change<Subscription> expectedAgain(Request by) {
        return Lives.expected(this, by);
    }

    /** What the customer's next life is called, or will be: only one of them is alive at a time. */
    public SubscriptionId nextLifeId() {
        return Lives.id(customer(), life() + 1);
    }

    /**
     * Which life hears of a next one until that begins.
     *
     * @param next what a life is called, or will be
     * @return the life before; none of a first one
     */
    public static Option<SubscriptionId> lifeBefore(SubscriptionId next) {
        return Lives.before(next);
    }

    /** Whether two subscriptions are lives of one customer. */
    public static boolean areOfOneCustomer(SubscriptionId one, SubscriptionId other) {
        return Lives.customerOf(one).equals(Lives.customerOf(other));
    }

    /** F: since when it pays for nothing; none while it has no end. */
    public Option<Instant> freeze() {
        return end().map(End::freeze);
    }

    /** Until when the status of its agreement is waited for; none if nothing is undecided. */
    public Option<Instant> undecidedUntil() {
        return end().flatMap(End::undecidedUntil);
    }

    /** Whether another agreement follows the ended one, so that its workspaces are not locked at once (END-5). */
    public boolean isSucceeded() {
        return end().exists(End::succeeded);
    }

    /** Whether an agreement is named that may still follow its own. */
    public boolean mayBeSucceeded() {
        return successor().isDefined() && !successorEnded();
    }

    /** Who told what its workspaces lose it by, and when: its end, or the end of the successor that they awaited (END-5). */
    public Option<Request> lossHeard() {
        return notAwaitedSince().orElse(endHeard());
    }

    /** Whether it may pay: active (SET-4). */
    public boolean isAlive() {
        return status() == SubscriptionStatus.ACTIVE;
    }

    /**
     * Since when its idle hours may be told as 0 (MET-8): the start of the hour in which its first record is dated, or, of one that has ended and
     * returned, of the first hour that began since it did. None unless it is active, its account known, and no end of it suspected:
     * what is made then is held.
     */
    public Option<Instant> idleFrom() {
        return payingSince()
                .filter(since ->
                        isAlive() && cloudAccount().isDefined() && suspicion().isEmpty())
                .map(since -> activatedAt().contains(since) ? recordsFrom().get() : since.plus(LESS_THAN_AN_HOUR))
                .map(since -> since.truncatedTo(ChronoUnit.HOURS));
    }

    /** Whether one that is active now was so at an instant, too, as far back as the last time that it was away. */
    public boolean wasActiveAt(Instant at) {
        boolean away = awaySince().exists(since -> !at.isBefore(since))
                && payingSince().exists(at::isBefore);
        return isAlive() && !away && activatedAt().exists(since -> !at.isBefore(since));
    }

    /** Whether usage before its freeze may still be metered: active or ending (SET-4). */
    public boolean isMeterable() {
        return isAlive() || status() == SubscriptionStatus.ENDING;
    }

    /** Whether its life is over, so that another activation begins the next. */
    public boolean isOver() {
        return status() == SubscriptionStatus.ENDED;
    }

    /** Whether charges for usage before its freeze still find a record: meterable, and its final hour not closed yet (FIN-1). */
    public boolean takesCharges() {
        return isMeterable() && (freeze().isEmpty() || finalHourDue().isDefined());
    }

    /**
     * The host has rated all usage before the freeze: its final hour need not wait any longer (FIN-1).
     *
     * @param by who says so
     * @return the change; none if nothing waits for it
     */
    public Change<Subscription> finalRatingCompleted(Request by) {
        return finalHourDue().exists(by.at()::isBefore)
                ? becomes(List.of(new FinalRatingCompleted(id(), by)))
                : Change.none(this);
    }

    /**
     * Notes that the records of its final hour are made (FIN-1).
     *
     * @param forfeited how many remainders were forfeited
     * @param by the clock
     * @return the change; none if it was closed, or has no end
     */
    public Change<Subscription> finalHourClosed(int forfeited, Request by) {
        return finalHourDue().isDefined()
                ? becomes(List.of(new FinalHourClosed(id(), forfeited, by)))
                : Change.none(this);
    }

    /**
     * Notes that its last change has reached every workspace (END-4).
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
        return Change.of(SubscriptionFold.born(seen), SubscriptionFold::when, history.subList(1, history.size()))
                .after();
    }

    private Change<Subscription> becomes(List<? extends SubscriptionEvent> events) {
        return Change.of(this, SubscriptionFold::when, events);
    }
}
