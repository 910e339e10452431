package com.guance.billing.workspace;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.workspace.LifeEvent.WorkspaceMoved;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** A workspace on its way to another Billing Center account (SET-14). */
record Moving(Workspace workspace, Circumstances target, boolean oneEnterprise, Request by) {

    Either<WorkspaceRefusal, Change<Workspace>> change() {
        return refusal()
                .<Either<WorkspaceRefusal, Change<Workspace>>>map(Either::left)
                .getOrElse(() -> Either.right(workspace.becomes(events())));
    }

    private Option<WorkspaceRefusal> refusal() {
        Registration.Ownership ownership = workspace.registration().ownership();
        BillingCenterAccountId to = target.holder().id();
        if (!workspace.isOwnedBy(by.by())) {
            return Option.some(new WorkspaceRefusal.NotForThisActor(by.by()));
        } else if (ownership.holder().equals(to)) {
            return Option.some(new WorkspaceRefusal.AlreadyUnder(to));
        } else if (!oneEnterprise) {
            return Option.some(new WorkspaceRefusal.NotOneEnterprise(ownership.holder(), to));
        }
        return workspace
                .immovable(target.policies().locking(), by.at())
                .orElse(this::lockedIn)
                .orElse(() -> workspace.waiting().map(WorkspaceRefusal.AChangeWaits::new));
    }

    private Option<WorkspaceRefusal> lockedIn() {
        return workspace
                .bindings()
                .inForce()
                .flatMap(SettlementMethod::cloud)
                .map(paid -> new WorkspaceRefusal.LockedIn(paid.account(), paid.subscription()));
    }

    private List<WorkspaceEvent> events() {
        BillingCenterAccountId to = target.holder().id();
        List<WorkspaceEvent> events = new ArrayList<>();
        events.add(new WorkspaceMoved(workspace.id(), to, workspace.bindings().notBefore(by.at()), by));
        boolean paid = workspace.bindings().inForce().exists(ThroughBillingCenter.class::isInstance);
        if (paid && target.standing().inArrears()) {
            events.addAll(workspace.placing(
                    new LockCause.Arrears(to), target.policies().locking(), by));
        }
        return events;
    }
}
