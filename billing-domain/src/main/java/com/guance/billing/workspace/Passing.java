package com.guance.billing.workspace;

import com.guance.billing.Actor;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.workspace.LifeEvent.RegistrationLapsed;
import com.guance.billing.workspace.LockEvent.FullyLocked;
import com.guance.billing.workspace.LockEvent.LockReminded;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What time brings by itself, each thing at its own instant, whenever it is looked at (LOCK-6). */
record Passing(LockPolicy policy, boolean inArrears) {

    /** Everything that is due at an instant or before, the oldest first. */
    Change<Workspace> advance(Workspace workspace, Instant to) {
        Change<Workspace> change = Change.none(workspace);
        Option<Instant> due = next(workspace).filter(at -> !to.isBefore(at));
        while (due.isDefined()) {
            change = change.then(step(change.after(), due.get()));
            due = next(change.after()).filter(at -> !to.isBefore(at));
        }
        return change;
    }

    /** When time next brings something; none if it brings nothing more. */
    static Option<Instant> next(Workspace workspace) {
        Stream<Instant> dues = Stream.of(
                        workspace.waiting().map(WaitingChange::lapsesAt),
                        lapse(workspace),
                        workspace.successor().map(AwaitedSuccessor::deadline),
                        workspace.locks().countdown().flatMap(Countdown::next))
                .flatMap(Option::toJavaStream);
        return workspace.closed().isDefined() ? Option.none() : Option.ofOptional(dues.min(Instant::compareTo));
    }

    private Change<Workspace> step(Workspace workspace, Instant at) {
        Request by = new Request(new Actor.Clock(), at);
        if (workspace.waiting().exists(change -> change.lapsesAt().equals(at))) {
            return workspace.becomes(List.of(new WaitingEnded(workspace.id(), WaitingEnd.LAPSED, Option.none(), by)));
        } else if (lapse(workspace).contains(at)) {
            return workspace.becomes(List.of(new RegistrationLapsed(workspace.id(), by)));
        }
        return workspace
                .successor()
                .filter(awaited -> awaited.deadline().equals(at))
                .map(awaited -> workspace.becomes(nobodyFollowed(workspace, awaited, by)))
                .getOrElse(() -> workspace.becomes(List.of(countdown(workspace, by))));
    }

    /** A registration does not lapse while a change waits. */
    private static Option<Instant> lapse(Workspace workspace) {
        return workspace
                .lapsesAt()
                .filter(at ->
                        workspace.activeSince().isEmpty() && workspace.waiting().isEmpty());
    }

    /** Nobody follows the agreement that ended: its workspace meets the end (END-2, END-9). */
    List<WorkspaceEvent> nobodyFollowed(Workspace workspace, AwaitedSuccessor awaited, Request by) {
        return awaited.consequence() == EndConsequence.BILLING_CENTER
                ? Losing.switched(workspace, by.at(), by, policy, inArrears)
                : workspace.placing(awaited.ended(), policy, by);
    }

    private static LockEvent countdown(Workspace workspace, Request by) {
        Instant deadline = workspace.locks().deadline().get();
        return by.at().isBefore(deadline)
                ? new LockReminded(workspace.id(), deadline, by)
                : new FullyLocked(workspace.id(), by);
    }
}
