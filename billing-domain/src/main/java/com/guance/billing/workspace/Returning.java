package com.guance.billing.workspace;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.policy.Resubscription;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import com.guance.billing.workspace.SettlementEvent.WaitingEnded;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the activation of a subscription means to a workspace that waits for it, or was locked for want of it (ARR-6, END-6). */
record Returning(Workspace workspace, Subscription active, CloudAccount account, Circumstances around) {

    Change<Workspace> change() {
        return workspace
                .waiting()
                .filter(this::isAwaited)
                .map(this::completed)
                .orElse(() -> lost().filter(this::mayReturn).map(cause -> restored()))
                .getOrElse(() -> Change.none(workspace));
    }

    /** A request for one life of a customer is completed by whichever life is active: the others are over, or never begin (INV-5). */
    private boolean isAwaited(WaitingChange waiting) {
        return waiting.account().equals(account.id()) && waiting.mayBePaidBy(active.id());
    }

    /** All rules but who may ask are asked again; the month used is the request's, and given back if one refuses (SET-13). */
    private Change<Workspace> completed(WaitingChange waiting) {
        Instant heard = active.activeHeard().map(Request::at).get();
        Instant at = later(heard, waiting.by().at());
        Asked asked = new Asked(
                Option.some(account),
                Option.some(active.id()),
                new Request(waiting.by().by(), at));
        Attempt attempt = new Attempt(
                workspace.registration().ownership().owner(),
                Option.some(workspace),
                asked,
                around,
                waiting.by().at());
        Option<SettlementRule> refused = SettlementRule.first(SettlementRule.OF_COMPLETING, attempt);
        WaitingEnd why = refused.isDefined() ? WaitingEnd.REFUSED : WaitingEnd.COMPLETED;
        Request by = new Request(active.activeHeard().get().by(), at);
        List<WorkspaceEvent> events = new ArrayList<>();
        events.add(new WaitingEnded(workspace.id(), why, refused, by));
        if (refused.isEmpty()) {
            events.addAll(new Settling(workspace, attempt, by)
                    .paidBy(paid(), later(waiting.by().at(), since()), SettlementRule.month(attempt)));
        }
        return workspace.becomes(events);
    }

    /** What ended before, of the same account and product, while nobody else pays. */
    private Option<SubscriptionEnded> lost() {
        return workspace.bindings().inForce().isDefined()
                ? Option.none()
                : workspace
                        .endedPayer()
                        .filter(ended -> ended.account().equals(account.id())
                                && ended.product().equals(active.customer().product()));
    }

    private boolean mayReturn(SubscriptionEnded ended) {
        boolean wanted = workspace.successor().isDefined()
                || around.policies().ending().resubscription() == Resubscription.RESTORES;
        return wanted
                && isStillRegistered()
                && SettlementRule.all(SettlementRule.OF_RETURNING, attempt()).isEmpty();
    }

    /** A registration given up since, or a move since, forgoes the return, whoever holds both afterwards (END-7, SET-14). */
    private boolean isStillRegistered() {
        return !workspace.movedSinceLoss()
                && workspace
                        .bindings()
                        .last()
                        .flatMap(Binding::until)
                        .exists(until -> account.registeredSince().exists(since -> !until.isBefore(since)));
    }

    private Change<Workspace> restored() {
        Settling settling =
                new Settling(workspace, attempt(), active.activeHeard().get());
        return workspace.becomes(settling.paidBy(paid(), since(), Option.none()));
    }

    private Attempt attempt() {
        Asked asked = new Asked(
                Option.some(account),
                Option.some(active.id()),
                active.activeHeard().get());
        return Attempt.of(workspace, asked, around);
    }

    private SettlementMethod paid() {
        return new ThroughCloudAccount(account.id(), active.id());
    }

    private Instant since() {
        return active.payingSince().get();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
