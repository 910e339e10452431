package com.guance.billing.workspace;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.CloudAccountId;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.UserId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.AfterCountdown;
import com.guance.billing.policy.IngestionPolicy;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.LifeEvent.OwnerChanged;
import com.guance.billing.workspace.LifeEvent.WorkspaceDissolved;
import com.guance.billing.workspace.LifeEvent.WorkspaceRegistered;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import com.guance.billing.workspace.LockEvent.LockPlaced;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A space of the product on one site, and who pays for it. 工作空间
 *
 * <p>Born by registration; active once somebody pays (ARR-6), and from then on on the Commercial Plan (ARR-7); bound to at most one
 * payer (SET-1); unbound and locked when the subscription that paid ends (END-2), unless another takes over (END-5); locked by
 * causes, each released by its own remedy (LOCK-1), under one countdown (LOCK-2). Never active, unlocked and without a payer
 * (UNL-4), but while a successor is awaited. Dissolved for ever (DIS-1). State is reached only by folding events.
 */
@BillingStyle
@Value.Immutable
public abstract sealed class Workspace permits ImmutableWorkspace {

    /** Its identity. */
    public abstract WorkspaceId id();

    /** What it was registered with. */
    public abstract Registration registration();

    /** Its plan. */
    public abstract Plan plan();

    /** Since when it is active; none: it never was. */
    public abstract Option<Instant> activeSince();

    /** When it is given up unless it has become active; none if it has, or need not (ARR-8). */
    public abstract Option<Instant> lapsesAt();

    /** How it came to its end, if it did. */
    public abstract Option<Closure> closed();

    /** Who pays, and who ever paid. */
    public abstract Bindings bindings();

    /** The change that waits for a pending subscription (SET-13). */
    public abstract Option<WaitingChange> waiting();

    /** The wait for the agreement that follows the ended one (END-5). */
    public abstract Option<AwaitedSuccessor> successor();

    /** The instant of the last change that used up its month (SET-6). */
    public abstract Option<Instant> monthUsed();

    /** Whether it has moved to another Billing Center account since it lost its payer: that one does not return (SET-14). */
    public abstract boolean movedSinceLoss();

    /** What locks it. */
    public abstract Locks locks();

    /**
     * Registers a workspace (ARR-4).
     *
     * @param form the form as it was filled in
     * @param asked who shall pay, and who registers
     * @param around what is true around it
     * @return the workspace, active and bound to its payer, or waiting for a pending one (ARR-6); left: all that is wrong, at once
     */
    public static Either<RegistrationRefusal, Change<Workspace>> register(
            RegistrationForm form, Asked asked, Circumstances around) {
        return new Registering(form, asked.by(), around).paidBy(asked);
    }

    /**
     * Registers a workspace whose customer has chosen a cloud, and has still to subscribe there (ARR-5).
     *
     * @param form the form as it was filled in
     * @param cloud the cloud whose account is to pay
     * @param around what is true around it
     * @param by who registers
     * @return the workspace, awaiting its subscription; left: all that is wrong, at once
     */
    public static Either<RegistrationRefusal, Change<Workspace>> registerAwaiting(
            RegistrationForm form, Cloud cloud, Circumstances around, Request by) {
        return new Registering(form, by, around).awaiting(cloud);
    }

    /**
     * Registers a workspace on the Experience Plan, which nobody settles (ARR-7).
     *
     * @param form the form as it was filled in
     * @param around what is true around it
     * @param by who registers
     * @return the workspace; left: all that is wrong, at once
     */
    public static Either<RegistrationRefusal, Change<Workspace>> registerExperience(
            RegistrationForm form, Circumstances around, Request by) {
        return new Registering(form, by, around).experience();
    }

    /**
     * Changes who pays (SET-1…SET-9). Having a payer again releases every subscription-ended lock in the same step (UNL-1); the first
     * payer activates the workspace, and upgrades it for ever (ARR-7); a pending one is waited for (SET-13).
     *
     * @param asked who shall pay, and who wants it so
     * @param around what is true around it
     * @return the change, none if exactly this change waits already; left: the first rule's refusal
     */
    public Either<SettlementRefusal, Change<Workspace>> settle(Asked asked, Circumstances around) {
        Attempt attempt = Attempt.of(this, asked, around);
        List<SettlementRefusal> refusals = SettlementRule.all(attempt);
        return refusals.isEmpty()
                ? Either.right(becomes(Settling.asked(this, attempt).events()))
                : Either.left(refusals.get(0));
    }

    /**
     * Withdraws the change that waits (SET-13).
     *
     * @param by who asks: the Owner or the holder
     * @return the change; left: <em>NotForThisActor</em> or <em>NothingWaits</em>
     */
    public Either<WorkspaceRefusal, Change<Workspace>> withdraw(Request by) {
        if (!registration().ownership().isOf(by.by())) {
            return Either.left(new WorkspaceRefusal.NotForThisActor(by.by()));
        }
        return waiting().isDefined()
                ? Either.right(waitingEnded(WaitingEnd.WITHDRAWN, by))
                : Either.left(new WorkspaceRefusal.NothingWaits(id()));
    }

    /**
     * The customer that it waits for could not subscribe: what waits is withdrawn (ARR-8). An end withdraws nothing (SET-13).
     *
     * @param account the cloud account that was to pay, as it is now
     * @param failed the subscription of this account that did not begin
     * @param by who says so
     * @return the change; none if it does not wait for this account and customer, or asked after the failure
     */
    public Change<Workspace> payerFailed(CloudAccount account, SubscriptionId failed, Request by) {
        return waiting()
                .filter(change -> change.account().equals(account.id()))
                .filter(change -> !change.by().at().isAfter(by.at())) // asked for since: another attempt
                .filter(change -> change.mayBePaidBy(failed))
                .filter(change -> account.payer(change.subscription()).isEmpty())
                .map(change -> waitingEnded(WaitingEnd.SUBSCRIPTION_FAILED, by))
                .getOrElse(() -> Change.none(this));
    }

    /**
     * The registration of a cloud account was released: what waits for it is given up (END-7, SET-13).
     *
     * @param account the cloud account
     * @param by who released it
     * @return the change; none if nothing waits for it
     */
    public Change<Workspace> registrationReleased(CloudAccountId account, Request by) {
        return waiting()
                .filter(change -> change.account().equals(account))
                .map(change -> waitingEnded(WaitingEnd.RELEASED, by))
                .getOrElse(() -> Change.none(this));
    }

    /**
     * The subscription that pays ended: what the end brings, in one step (END-2, END-5, END-9).
     *
     * @param loss the end
     * @param policy LOCK, what a lock means
     * @param inArrears whether the workspace's Billing Center account is in arrears (LOCK-7)
     * @return the change; none if this subscription does not pay for it (so each loses it once)
     */
    public Change<Workspace> payerEnded(Loss loss, LockPolicy policy, boolean inArrears) {
        return isPaidBy(loss.cause().subscription())
                ? new Losing(this, loss, policy, inArrears).change()
                : Change.none(this);
    }

    /**
     * The agreement that it awaits has ended, and nobody follows that one: the end takes its consequence now (END-2, END-5, END-9).
     *
     * @param ended the subscription whose successor was awaited
     * @param policy LOCK, what a lock means
     * @param inArrears whether the workspace's Billing Center account is in arrears (LOCK-7)
     * @param by who says so
     * @return the change; none if it does not await the successor of that subscription
     */
    public Change<Workspace> successorEnded(SubscriptionId ended, LockPolicy policy, boolean inArrears, Request by) {
        return successor()
                .filter(awaited -> awaited.ended().subscription().equals(ended))
                .map(awaited -> becomes(new Passing(policy, inArrears).nobodyFollowed(this, awaited, by)))
                .getOrElse(() -> Change.none(this));
    }

    /**
     * A subscription is active: completes the change that waits for it (ARR-6), or binds and unlocks what an earlier end of the same
     * account and product has locked, or left waiting for a successor (END-5, END-6).
     *
     * @param active the subscription
     * @param account its cloud account, as it is now
     * @param around what is true around the workspace
     * @return the change; none if it means nothing to this workspace
     */
    public Change<Workspace> payerActivated(Subscription active, CloudAccount account, Circumstances around) {
        return closed().isDefined() ? Change.none(this) : new Returning(this, active, account, around).change();
    }

    /**
     * Locks it for one more cause (LOCK-1). The countdown runs from the first cause on (LOCK-2).
     *
     * @param cause why
     * @param policy LOCK, what a lock means
     * @param by who and when
     * @return the change; none if this cause locks it already, or it is closed
     */
    public Change<Workspace> lock(LockCause cause, LockPolicy policy, Request by) {
        return closed().isDefined() ? Change.none(this) : becomes(placing(cause, policy, by));
    }

    /**
     * Removes a cause. After the countdown nothing is removed any more, unless the policy allows it (UNL-6).
     *
     * @param cause which
     * @param policy LOCK, what a lock means
     * @param by who and when
     * @return the change; none if it does not lock, or must stay
     */
    public Change<Workspace> release(LockCause cause, LockPolicy policy, Request by) {
        return locks().causes().contains(cause) && immovable(policy, by.at()).isEmpty()
                ? becomes(List.of(new LockReleased(id(), cause, by)))
                : Change.none(this);
    }

    /**
     * Its Billing Center account is in arrears (LOCK-7).
     *
     * @param account which
     * @param policy LOCK, what a lock means
     * @param by who says so
     * @return the change; none if somebody else settles it
     */
    public Change<Workspace> arrearsBegan(BillingCenterAccountId account, LockPolicy policy, Request by) {
        return bindings().inForce().contains(new ThroughBillingCenter(account))
                ? lock(new LockCause.Arrears(account), policy, by)
                : Change.none(this);
    }

    /**
     * Locked by staff.
     *
     * @param why the reason, 1–256 characters
     * @param policy LOCK, what a lock means
     * @param by who asks: staff
     * @return the change; left: <em>NotForThisActor</em> or <em>WorkspaceClosed</em>
     */
    public Either<WorkspaceRefusal, Change<Workspace>> lockedByStaff(String why, LockPolicy policy, Request by) {
        return staff(by)
                .flatMap(staff -> closed().isDefined()
                        ? Either.left(new WorkspaceRefusal.WorkspaceClosed(closed().get()))
                        : Either.right(lock(new LockCause.Administrative(why, staff.user()), policy, by)));
    }

    /**
     * Released by staff (UNL-3).
     *
     * @param cause the administrative cause
     * @param policy LOCK, what a lock means
     * @param by who asks: staff
     * @return the change; left: <em>NotForThisActor</em>, <em>NotLockedFor</em>, <em>WorkspaceClosed</em> or <em>FullyLocked</em>
     */
    public Either<WorkspaceRefusal, Change<Workspace>> releasedByStaff(
            LockCause.Administrative cause, LockPolicy policy, Request by) {
        return staff(by)
                .flatMap(staff -> immovable(policy, by.at())
                        .orElse(() -> Option.when(
                                !locks().causes().contains(cause), () -> new WorkspaceRefusal.NotLockedFor(cause)))
                        .<Either<WorkspaceRefusal, Change<Workspace>>>map(Either::left)
                        .getOrElse(() -> Either.right(release(cause, policy, by))));
    }

    /**
     * <em>Unlock now</em> (UNL-5).
     *
     * @param lost the cloud account whose end locked it, as it is now, if one did
     * @param around what is true around it
     * @param by who asks: the Owner or the holder
     * @return the change; left: every reason in the way
     */
    public Either<UnlockRefusal, Change<Workspace>> unlock(
            Option<CloudAccount> lost, Circumstances around, Request by) {
        return new Unlocking(this, lost, around, by).change();
    }

    /**
     * Moves it to another Billing Center account (SET-14). A subscription-ended lock stays, and is not restored any more (END-6).
     *
     * @param target what is true around it there
     * @param oneEnterprise whether both accounts are under the same enterprise certification
     * @param by who asks: the Owner
     * @return the change; left: the first reason against it
     */
    public Either<WorkspaceRefusal, Change<Workspace>> move(Circumstances target, boolean oneEnterprise, Request by) {
        return new Moving(this, target, oneEnterprise, by).change();
    }

    /**
     * Hands it over to another Owner, in any phase until it is closed (OWN-1). What waits goes on, and no month is used.
     *
     * @param to its Owner from now on
     * @param by who asks: the Owner, or staff
     * @return the change; left: <em>NotForThisActor</em>, <em>WorkspaceClosed</em> or <em>AlreadyOwner</em>
     */
    public Either<WorkspaceRefusal, Change<Workspace>> changeOwner(UserId to, Request by) {
        UserId owner = registration().ownership().owner();
        if (!by.by().equals(new Actor.Owner(owner)) && !(by.by() instanceof Actor.Staff)) {
            return Either.left(new WorkspaceRefusal.NotForThisActor(by.by()));
        } else if (closed().isDefined()) {
            return Either.left(new WorkspaceRefusal.WorkspaceClosed(closed().get()));
        }
        return owner.equals(to)
                ? Either.left(new WorkspaceRefusal.AlreadyOwner(to))
                : Either.right(becomes(List.of(new OwnerChanged(id(), owner, to, by))));
    }

    /**
     * Dissolves it for ever: unbound, and nothing waits (DIS-1).
     *
     * @param by who asks: the Owner, or staff when it is fully locked
     * @return the change; left: <em>NotForThisActor</em> or <em>WorkspaceClosed</em>
     */
    public Either<WorkspaceRefusal, Change<Workspace>> dissolve(Request by) {
        boolean may = isOwnedBy(by.by()) || (by.by() instanceof Actor.Staff && locks().isFullAt(by.at()));
        if (!may) {
            return Either.left(new WorkspaceRefusal.NotForThisActor(by.by()));
        } else if (closed().isDefined()) {
            return Either.left(new WorkspaceRefusal.WorkspaceClosed(closed().get()));
        }
        List<WorkspaceEvent> events = new ArrayList<>();
        waiting().forEach(change -> events.add(new WaitingEnded(id(), WaitingEnd.DISSOLVED, Option.none(), by)));
        events.add(new WorkspaceDissolved(id(), bindings().notBefore(by.at()), by));
        return Either.right(becomes(events));
    }

    /**
     * Lets time pass: lapses, reminders, the full lock, each at its own instant (LOCK-6).
     *
     * @param to now
     * @param policy LOCK, what a lock means
     * @param inArrears whether its Billing Center account is in arrears (LOCK-7)
     * @return the change; none if nothing was due
     */
    public Change<Workspace> advance(Instant to, LockPolicy policy, boolean inArrears) {
        return new Passing(policy, inArrears).advance(this, to);
    }

    /** When time next brings something; none if it brings nothing more. */
    public Option<Instant> nextDue() {
        return Passing.next(this);
    }

    /** Where it stands in its life. */
    public Phase phase() {
        return Phase.of(this);
    }

    /** Whether an actor is its Owner. */
    public boolean isOwnedBy(Actor actor) {
        return actor.equals(new Actor.Owner(registration().ownership().owner()));
    }

    /** Whether this subscription pays for it now. */
    public boolean isPaidBy(SubscriptionId subscription) {
        return bindings()
                .inForce()
                .flatMap(SettlementMethod::cloud)
                .exists(paid -> paid.subscription().equals(subscription));
    }

    /** Whether it is locked (锁定). */
    public boolean isLocked() {
        return locks().isLocked();
    }

    /** The end that locks it, or that it awaits the successor of. */
    public Option<SubscriptionEnded> endedPayer() {
        return successor()
                .map(AwaitedSuccessor::ended)
                .orElse(() -> Option.ofOptional(locks().causes().stream()
                        .flatMap(cause -> cause.ended().toJavaStream())
                        .findFirst()));
    }

    /** The cloud accounts that it waits for: by a change, and for a return; none when it is closed. */
    public Set<CloudAccountId> awaitedAccounts() {
        Set<CloudAccountId> awaited = new HashSet<>();
        if (closed().isEmpty()) {
            waiting().map(WaitingChange::account).forEach(awaited::add);
            endedPayer().map(SubscriptionEnded::account).forEach(awaited::add);
        }
        return Set.copyOf(awaited);
    }

    /**
     * Whether the product takes its data in (LOCK-3, LOCK-5, ARR-8).
     *
     * @param at when, not before its last change
     * @param policy whether it does during a countdown
     * @return whether data is taken in
     */
    public boolean ingestsAt(Instant at, IngestionPolicy policy) {
        boolean open = closed().isEmpty()
                && (plan() == Plan.EXPERIENCE || activeSince().isDefined());
        return open && !locks().isFullAt(at) && (!isLocked() || policy.duringCountdown(locks().isByEnd()));
    }

    /**
     * The workspace that a history leads to.
     *
     * @param history all its events in order, the birth first
     * @return its state
     * @throws IllegalArgumentException if the history does not start with a birth
     */
    public static Workspace replay(List<? extends WorkspaceEvent> history) {
        if (history.isEmpty() || !(history.get(0) instanceof WorkspaceRegistered birth)) {
            throw new IllegalArgumentException("a workspace's history starts with its being registered");
        }
        Workspace born = WorkspaceFold.born(birth);
        return Change.of(born, WorkspaceFold::when, history.subList(1, history.size()))
                .after();
    }

    /** Whether a change of who pays uses up its month: not the first, and not one that releases a lock (SET-6). */
    boolean usesMonth() {
        return activeSince().isDefined() && !locks().isByEnd();
    }

    /** Why nothing may change about it any more. */
    Option<WorkspaceRefusal> immovable(LockPolicy policy, Instant at) {
        return closed().<WorkspaceRefusal>map(WorkspaceRefusal.WorkspaceClosed::new)
                .orElse(() -> locks().deadline()
                        .filter(deadline -> policy.afterCountdown() == AfterCountdown.NO_RETURN && locks().isFullAt(at))
                        .map(WorkspaceRefusal.FullyLocked::new));
    }

    /** The placing of a cause, unless it locks already. */
    List<WorkspaceEvent> placing(LockCause cause, LockPolicy policy, Request by) {
        Countdown countdown = locks().countdown().getOrElse(() -> Countdown.from(by.at(), policy));
        return locks().causes().contains(cause) ? List.of() : List.of(new LockPlaced(id(), cause, countdown, by));
    }

    Change<Workspace> becomes(List<? extends WorkspaceEvent> events) {
        return Change.of(this, WorkspaceFold::when, events);
    }

    private Change<Workspace> waitingEnded(WaitingEnd why, Request by) {
        return becomes(List.of(new WaitingEnded(id(), why, Option.none(), by)));
    }

    private static Either<WorkspaceRefusal, Actor.Staff> staff(Request by) {
        return by.by() instanceof Actor.Staff staff
                ? Either.right(staff)
                : Either.left(new WorkspaceRefusal.NotForThisActor(by.by()));
    }
}
