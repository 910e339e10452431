package com.guance.billing.workspace;

import com.guance.billing.workspace.LifeEvent.WorkspaceMoved;
import com.guance.billing.workspace.LifeEvent.WorkspaceRegistered;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import io.vavr.control.Option;
import java.time.Instant;

/** The only place where a workspace's state moves. */
final class WorkspaceFold {

    private WorkspaceFold() {}

    static ImmutableWorkspace born(WorkspaceRegistered birth) {
        return ImmutableWorkspace.builder()
                .id(birth.workspace())
                .registration(birth.registration())
                .plan(birth.plan())
                .activeSince(Option.none())
                .lapsesAt(birth.lapsesAt())
                .closed(Option.none())
                .bindings(Bindings.none())
                .waiting(Option.none())
                .successor(Option.none())
                .monthUsed(Option.none())
                .movedSinceLoss(false)
                .locks(Locks.none())
                .build();
    }

    static Workspace when(Workspace workspace, WorkspaceEvent event) {
        ImmutableWorkspace before = (ImmutableWorkspace) workspace;
        return event.fold(life -> life(before, life), paid -> settlement(before, paid), lock -> lock(before, lock));
    }

    private static Workspace life(ImmutableWorkspace before, LifeEvent event) {
        return event.fold(
                registered -> before,
                activated -> before.withPlan(Plan.COMMERCIAL)
                        .withActiveSince(Option.some(activated.since()))
                        .withLapsesAt(Option.none()),
                lapsed -> before.withClosed(Option.some(Closure.LAPSED)),
                moved -> moved(before, moved),
                owner -> before.withRegistration(before.registration().ownedBy(owner.to())),
                dissolved -> before.withClosed(Option.some(Closure.DISSOLVED))
                        .withSuccessor(Option.none())
                        .withBindings(before.bindings().ifInForceEndingAt(dissolved.until())));
    }

    private static Workspace moved(ImmutableWorkspace before, WorkspaceMoved event) {
        Registration registration = before.registration().under(event.to());
        boolean paid = before.bindings().inForce().exists(ThroughBillingCenter.class::isInstance);
        Bindings bindings = paid
                ? before.bindings().starting(new ThroughBillingCenter(event.to()), event.from())
                : before.bindings();
        return before.withRegistration(registration).withBindings(bindings).withMovedSinceLoss(true);
    }

    private static Workspace settlement(ImmutableWorkspace before, SettlementEvent event) {
        return event.fold(
                changed -> before.withBindings(before.bindings().starting(changed.to(), changed.from()))
                        .withSuccessor(Option.none())
                        .withMonthUsed(changed.month().orElse(before.monthUsed())),
                waits -> before.withWaiting(Option.some(waits.change())),
                ended -> notWaiting(before, ended),
                deleted -> before.withBindings(before.bindings().endingAt(deleted.until()))
                        .withMovedSinceLoss(false),
                awaited -> before.withSuccessor(Option.some(awaited.awaited())));
    }

    /** A registration that outlived its time because a change waited may choose again until that change would have lapsed. */
    private static Workspace notWaiting(ImmutableWorkspace before, WaitingEnded event) {
        Option<Instant> lapsed = before.lapsesAt()
                .filter(at -> event.why() != WaitingEnd.REPLACED && !event.at().isBefore(at));
        return before.withWaiting(Option.none())
                .withLapsesAt(lapsed.flatMap(at -> before.waiting().map(WaitingChange::lapsesAt))
                        .orElse(before.lapsesAt()));
    }

    private static Workspace lock(ImmutableWorkspace before, LockEvent event) {
        return event.fold(
                placed -> before.withLocks(before.locks().with(placed.cause(), placed.countdown()))
                        .withSuccessor(placed.cause().ended().isDefined() ? Option.none() : before.successor()),
                released -> before.withLocks(before.locks().without(released.cause())),
                reminded -> before.withLocks(before.locks().reminded(reminded.at())),
                full -> before.withLocks(before.locks().over()));
    }
}
