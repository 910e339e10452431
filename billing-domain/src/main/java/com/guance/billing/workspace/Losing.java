package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.policy.LockPolicy;
import com.guance.billing.workspace.SettlementEvent.AssociationDeleted;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementEvent.SuccessorAwaited;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the end of the subscription that paid means to a workspace (END-2, END-5, END-9). */
record Losing(Workspace workspace, Loss loss, LockPolicy policy, boolean inArrears) {

    Change<Workspace> change() {
        Instant until = workspace.bindings().notBefore(loss.freeze());
        Aftermath aftermath = loss.aftermath(workspace, until);
        if (aftermath instanceof Aftermath.TakenOver taken) {
            return takenOver(taken, until);
        } else if (aftermath instanceof Aftermath.Awaited awaited) {
            return unbound(until, awaited(awaited));
        }
        EndConsequence consequence = ((Aftermath.Final) aftermath).consequence();
        return consequence == EndConsequence.BILLING_CENTER
                ? workspace.becomes(switched(workspace, until, loss.heard(), policy, inArrears))
                : unbound(until, workspace.placing(loss.cause(), policy, loss.heard()));
    }

    /** The Billing Center pays from then on, with a notice and without a lock, unless it cannot (END-9, LOCK-7). */
    static List<WorkspaceEvent> switched(
            Workspace workspace, Instant from, Request by, LockPolicy policy, boolean inArrears) {
        BillingCenterAccountId holder = workspace.registration().ownership().holder();
        List<WorkspaceEvent> events = new ArrayList<>();
        events.add(
                new SettlementMethodChanged(workspace.id(), new ThroughBillingCenter(holder), from, Option.none(), by));
        if (inArrears) {
            events.addAll(workspace.placing(new LockCause.Arrears(holder), policy, by));
        }
        return events;
    }

    private Change<Workspace> takenOver(Aftermath.TakenOver taken, Instant until) {
        SettlementMethodChanged changed = new SettlementMethodChanged(
                workspace.id(), taken.by(), later(until, taken.activatedAt()), Option.none(), loss.heard());
        return changed.from().equals(until) ? workspace.becomes(List.of(changed)) : unbound(until, List.of(changed));
    }

    private List<WorkspaceEvent> awaited(Aftermath.Awaited awaited) {
        return List.of(new SuccessorAwaited(
                workspace.id(),
                new AwaitedSuccessor(loss.cause(), awaited.deadline(), awaited.otherwise()),
                loss.heard()));
    }

    private Change<Workspace> unbound(Instant until, List<WorkspaceEvent> then) {
        List<WorkspaceEvent> events = new ArrayList<>();
        events.add(new AssociationDeleted(workspace.id(), loss.cause().subscription(), until, loss.heard()));
        events.addAll(then);
        return workspace.becomes(events);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
