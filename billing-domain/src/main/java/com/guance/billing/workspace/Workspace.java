package com.guance.billing.workspace;

import com.guance.billing.BillingStyle;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.workspace.WorkspaceEvent.AssociationDeleted;
import com.guance.billing.workspace.WorkspaceEvent.LockPlaced;
import com.guance.billing.workspace.WorkspaceEvent.LockReleased;
import com.guance.billing.workspace.WorkspaceEvent.SettlementMethodChanged;
import com.guance.billing.workspace.WorkspaceEvent.WorkspaceActivated;
import com.guance.billing.workspace.WorkspaceEvent.WorkspaceRegistered;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A space of the product on one site, and who pays for it. 工作空间
 *
 * <p>Born and activated by registration; bound to at most one payer (SET-1); unbound and locked when the subscription that paid
 * ends (END-2); locked by causes, each released by its own remedy (LOCK-1), under one countdown (LOCK-2). Never active, unlocked
 * and without a payer (UNL-4). State is reached only by folding events.
 */
@BillingStyle
@Value.Immutable
public abstract sealed class Workspace permits ImmutableWorkspace {

    /** Its identity. */
    public abstract WorkspaceId id();

    /** What it was registered with. */
    public abstract Registration registration();

    /** Since when it is on the Commercial Plan; none: not active. */
    public abstract Option<Instant> activeSince();

    /** Who pays, and who ever paid. */
    public abstract Bindings bindings();

    /** What locks it. */
    public abstract Locks locks();

    /**
     * Registers a workspace (ARR-4).
     *
     * @param form the form as it was filled in
     * @param asked who shall pay, and who registers
     * @param around what the host says is true
     * @return the workspace, active and bound to its payer; left: all that is wrong, at once
     */
    public static Either<RegistrationRefusal, Change<Workspace>> register(
            RegistrationForm form, Asked asked, Circumstances around) {
        Attempt attempt = new Attempt(form.owner(), Option.none(), asked, around);
        List<RegistrationProblem> problems = Stream.concat(
                        form.problems(around.site()).stream(),
                        SettlementRule.all(attempt).stream().map(RegistrationProblem.PaymentRefused::new))
                .collect(Collectors.toUnmodifiableList());
        if (!problems.isEmpty()) {
            return Either.left(new RegistrationRefusal(problems));
        }
        Request by = asked.by();
        WorkspaceRegistered birth = new WorkspaceRegistered(form.workspace(), form.accepted(around, by), by);
        Workspace born = born(birth);
        return Either.right(new Change<>(born, List.of(birth))
                .then(born.becomes(
                        List.of(born.changedTo(attempt.method().get(), by), new WorkspaceActivated(born.id(), by)))));
    }

    /**
     * Changes who pays (SET-1…SET-9). Having a payer again releases every subscription-ended lock in the same step (UNL-1).
     *
     * @param asked who shall pay, and who wants it so
     * @param around what the host says is true
     * @return the change; left: the first rule's refusal
     */
    public Either<SettlementRefusal, Change<Workspace>> settle(Asked asked, Circumstances around) {
        Attempt attempt = new Attempt(registration().ownership().owner(), Option.some(this), asked, around);
        List<SettlementRefusal> refusals = SettlementRule.all(attempt);
        if (!refusals.isEmpty()) {
            return Either.left(refusals.get(0));
        }
        List<WorkspaceEvent> events = new ArrayList<>();
        events.add(changedTo(attempt.method().get(), asked.by()));
        locks().causes().stream()
                .filter(LockCause::isReleasedByAPayer)
                .forEach(cause -> events.add(new LockReleased(id(), cause, asked.by())));
        return Either.right(becomes(events));
    }

    /**
     * The subscription that pays ended: the association is deleted and the workspace locked, in one step (END-2).
     *
     * @param subscription which subscription
     * @param freeze F, when it stopped paying
     * @param countdown LOCK-2, from lock to full lock
     * @param by the marketplace, at the receipt of the end
     * @return the change; none if this subscription does not pay for it (so each loses it once)
     */
    public Change<Workspace> payerEnded(SubscriptionId subscription, Instant freeze, Duration countdown, Request by) {
        if (!isPaidBy(subscription)) {
            return Change.none(this);
        }
        AssociationDeleted deleted =
                new AssociationDeleted(id(), subscription, bindings().notBefore(freeze), by);
        Change<Workspace> unbound = becomes(List.of(deleted));
        return unbound.then(unbound.after().lock(new LockCause.SubscriptionEnded(subscription), countdown, by));
    }

    /**
     * Locks it for one more cause (LOCK-1). The countdown runs from the first cause on (LOCK-2).
     *
     * @param cause why
     * @param countdown from lock to full lock
     * @param by who and when
     * @return the change; none if this cause locks it already
     */
    public Change<Workspace> lock(LockCause cause, Duration countdown, Request by) {
        Instant deadline = locks().deadline().getOrElse(by.at().plus(countdown));
        return locks().causes().contains(cause)
                ? Change.none(this)
                : becomes(List.of(new LockPlaced(id(), cause, deadline, by)));
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
        return Change.of(born(birth), Workspace::when, history.subList(1, history.size()))
                .after();
    }

    private SettlementMethodChanged changedTo(SettlementMethod method, Request by) {
        return new SettlementMethodChanged(id(), method, bindings().notBefore(by.at()), by);
    }

    private Change<Workspace> becomes(List<? extends WorkspaceEvent> events) {
        return Change.of(this, Workspace::when, events);
    }

    private static Workspace born(WorkspaceRegistered birth) {
        return ImmutableWorkspace.builder()
                .id(birth.workspace())
                .registration(birth.registration())
                .activeSince(Option.none())
                .bindings(Bindings.none())
                .locks(Locks.none())
                .build();
    }

    private ImmutableWorkspace self() {
        return (ImmutableWorkspace) this;
    }

    private Workspace when(WorkspaceEvent event) {
        return event.fold(
                registered -> this,
                activated -> self().withActiveSince(Option.some(activated.at())),
                changed -> self().withBindings(bindings().starting(changed.to(), changed.from())),
                deleted -> self().withBindings(bindings().endingAt(deleted.until())),
                placed -> self().withLocks(locks().with(placed.cause(), placed.deadline())),
                released -> self().withLocks(locks().without(released.cause())));
    }
}
