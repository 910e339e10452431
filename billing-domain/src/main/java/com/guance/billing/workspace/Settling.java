package com.guance.billing.workspace;

import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.workspace.LifeEvent.WorkspaceActivated;
import com.guance.billing.workspace.LockEvent.LockReleased;
import com.guance.billing.workspace.SettlementEvent.ChangeWaits;
import com.guance.billing.workspace.SettlementEvent.SettlementMethodChanged;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens when every rule agrees: somebody pays, or the change waits for who is to pay (SET-13). */
record Settling(Workspace workspace, Attempt attempt, Request by) {

    static Settling asked(Workspace workspace, Attempt attempt) {
        return new Settling(workspace, attempt, attempt.asked().by());
    }

    List<WorkspaceEvent> events() {
        return attempt.method().isDefined()
                ? paid()
                : waits(attempt.asked().through().get());
    }

    private List<WorkspaceEvent> paid() {
        List<WorkspaceEvent> events = new ArrayList<>(given(WaitingEnd.REPLACED));
        events.addAll(paidBy(attempt.method().get(), by.at(), SettlementRule.month(attempt)));
        return events;
    }

    /** Somebody pays: the first payer activates the workspace, and having one again unlocks it (UNL-1). */
    List<WorkspaceEvent> paidBy(SettlementMethod method, Instant wanted, Option<Instant> month) {
        WorkspaceId id = workspace.id();
        Instant from = workspace.bindings().notBefore(wanted);
        List<WorkspaceEvent> events = new ArrayList<>();
        events.add(new SettlementMethodChanged(id, method, from, month, by));
        if (workspace.activeSince().isEmpty()) {
            events.add(new WorkspaceActivated(id, from, by));
        }
        if (method instanceof ThroughBillingCenter center
                && attempt.around().standing().inArrears()) {
            events.addAll(workspace.placing(
                    new LockCause.Arrears(center.account()),
                    attempt.around().policies().locking(),
                    by));
        }
        workspace.locks().causes().stream()
                .filter(LockCause::isReleasedByAPayer)
                .forEach(cause -> events.add(new LockReleased(id, cause, by)));
        return events;
    }

    private List<WorkspaceEvent> waits(CloudAccount account) {
        if (attempt.waitsAlready()) {
            return List.of();
        }
        Instant lapses = by.at().plus(attempt.around().policies().arriving().waitingLife());
        List<WorkspaceEvent> events = new ArrayList<>(given(WaitingEnd.REPLACED));
        events.add(new ChangeWaits(
                workspace.id(), new WaitingChange(account.id(), attempt.asked().subscription(), by, lapses), by));
        return events;
    }

    /** The end of what waits, if anything does. */
    List<WorkspaceEvent> given(WaitingEnd why) {
        return workspace
                .waiting()
                .map(change -> new WaitingEnded(workspace.id(), why, Option.none(), by))
                .<List<WorkspaceEvent>>map(List::of)
                .getOrElse(List::of);
    }
}
